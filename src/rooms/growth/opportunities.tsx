import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import { Hidden, Radios, Select, TextArea } from '#ui/field'
import { Tag } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { sayWho, twoChoices } from './around.tsx'
import type { FormOfTwo } from './goals-forms.tsx'
import { limits, type Outcome, opportunityKinds } from './growth.ts'
import type { Opportunity } from './opportunity-reads.ts'
import { apart } from './words-of.ts'

type OpportunitiesProps = FormOfTwo & { query: URLSearchParams; opened: readonly Opportunity[] }

/** The doors that were opened, the latest first, a page at a time. */
export function Opportunities({ query, opened, ...form }: OpportunitiesProps) {
  const { say, two } = form
  const pages = Math.ceil(opened.length / limits.opportunitiesShownMax)
  const page = pageOf(query, pages)
  const shown = opened.slice((page - 1) * limits.opportunitiesShownMax, page * limits.opportunitiesShownMax)
  const title = say('page.growth.opportunities')
  return (
    <>
      <h2 id="opportunities">{title}</h2>
      {opened.length === 0 ? <p class="soft">{say('page.growth.no-opportunities')}</p> : null}
      <Opened say={say} two={two} opened={shown} />
      <Pager say={say} path={`/partnerships/${two.pair.id}/skills`} query={query} page={page} pages={pages} label={title} />
      {two.pair.endedAt === null && opened.length < limits.opportunitiesMax ? <NewOpportunity {...form} /> : null}
    </>
  )
}

function Opened({ say, two, opened }: { say: Say; two: OfTwo; opened: readonly Opportunity[] }) {
  if (opened.length === 0) return null
  return (
    <ul class="plain">
      {opened.map(({ id, kind, text, openedBy, outcomes: [latest] }) => (
        <li class="card">
          <p class="small soft">
            {say('page.growth.opened-by', { kind: say(`label.opportunity.${kind}`), name: sayWho(say, two, openedBy) })}
          </p>
          <p dir="auto">{text}</p>
          <p class="small">
            <Came say={say} outcome={latest?.outcome ?? 'nothing-yet'} />{' '}
            <a href={`/opportunities/${id}`}>
              {say(two.pair.endedAt === null ? 'page.growth.outcome-open' : 'page.growth.outcome-read')}
              <span class="hidden"> {apart(text)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Came({ say, outcome }: { say: Say; outcome: Outcome }) {
  return <Tag kind={outcome === 'led-to' ? 'good' : undefined}>{say(`label.outcome.${outcome}`)}</Tag>
}

function NewOpportunity({ say, two, again: sent, formId }: FormOfTwo) {
  const again = sent?.values.kind === undefined && sent?.values.openedBy === undefined ? undefined : sent
  return (
    <details open={again !== undefined}>
      <summary>{say('page.growth.opportunity-add')}</summary>
      <form method="post" action={`/partnerships/${two.pair.id}/opportunities`} class="card" autocomplete="off">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Select
          say={say}
          again={again}
          name="kind"
          label={say('page.growth.opportunity-kind')}
          empty={say('page.growth.opportunity-choose')}
          choices={opportunityKinds.map((value) => ({ value, label: say(`label.opportunity.${value}`) }))}
        />
        <TextArea
          say={say}
          again={again}
          name="text"
          label={say('page.growth.opportunity-text')}
          seen={say('seen.two')}
          maxlength={limits.textCharsMax}
          rows={3}
        />
        <Radios
          say={say}
          again={again}
          name="openedBy"
          label={say('page.growth.opportunity-who')}
          choices={twoChoices(say, two)}
          value="mentor"
          row
        />
        <button type="submit" class="second">
          {say('page.growth.opportunity-save')}
        </button>
      </form>
    </details>
  )
}
