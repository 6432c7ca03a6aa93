import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea } from '#ui/field'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { Above, sayWho, WhoReads } from './around.tsx'
import type { FormOfTwo } from './goals-forms.tsx'
import { limits, outcomes } from './growth.ts'
import { findOpportunity, type Opportunity } from './opportunity-reads.ts'

/** One opportunity, and what came of it over time. */
export async function opportunityPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const opened = found(await findOpportunity(db, params.opportunity ?? ''))
  const two = await ofTwo(db, opened.partnership)
  const kind = say(`label.opportunity.${opened.kind}`)
  const title = say('page.growth.opened-by', { kind, name: sayWho(say, two, opened.openedBy) })
  const body = (
    <>
      <Above say={say} two={two} to="skills" />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p dir="auto">{opened.text}</p>
      <p class="small soft">
        <When say={say} at={opened.madeAt} day />
      </p>
      <WhoReads say={say} two={two} />
      {two.pair.endedAt === null ? <Tell say={say} two={two} opened={opened} again={again} formId={formId} /> : null}
      <Outcomes say={say} two={two} opened={opened} />
    </>
  )
  return { title, body }
}

type OneOpened = { say: Say; two: OfTwo; opened: Opportunity }

function Tell({ say, opened, again, formId }: FormOfTwo & OneOpened) {
  return (
    <form method="post" action={`/opportunities/${opened.id}/outcomes`} class="card" autocomplete="off">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Radios
        say={say}
        again={again}
        name="outcome"
        label={say('page.growth.outcome')}
        choices={outcomes.map((value) => ({ value, label: say(`label.outcome.${value}`) }))}
        value={opened.outcomes[0]?.outcome}
      />
      <TextArea
        say={say}
        again={again}
        name="text"
        label={say('page.growth.outcome-text')}
        seen={say('seen.two')}
        maxlength={limits.textCharsMax}
        rows={3}
        optional
      />
      <button type="submit">{say('page.growth.outcome-save')}</button>
    </form>
  )
}

function Outcomes({ say, two, opened }: OneOpened) {
  if (opened.outcomes.length === 0) return null
  return (
    <>
      <h2>{say('page.growth.outcomes')}</h2>
      <Table
        caption={say('page.growth.outcomes')}
        quiet
        rows={opened.outcomes}
        columns={[
          { head: say('label.growth.when'), cell: ({ at }) => <When say={say} at={at} short />, rowHead: true },
          { head: say('label.growth.who'), cell: ({ by }) => sayWho(say, two, by) },
          { head: say('page.growth.outcome'), cell: ({ outcome }) => say(`label.outcome.${outcome}`) },
          { head: say('page.growth.outcome-text'), cell: ({ text }) => (text === null ? '–' : <span dir="auto">{text}</span>) },
        ]}
      />
    </>
  )
}
