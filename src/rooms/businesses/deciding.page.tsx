import type { Again } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { Hidden, Radios, TextField } from '#ui/field'
import { Card, Tag } from '#ui/notice'
import { When } from '#ui/when'
import { type Alike, type Business, decisions, limits } from './business.ts'
import { checked } from './eligibility.ts'
import type { Decided as Decision } from './reads.ts'

type DecidingProps = {
  say: Say
  business: Business
  alike: readonly Alike[]
  today: Temporal.PlainDate
  decided: readonly Decision[]
  formId: string
  again: Again | undefined
}

/** Whether it is coached: the checks advise, a person decides. */
export function Deciding({ say, business, alike, today, decided, formId, again }: DecidingProps) {
  const toldOn = business.toldAt.toZonedDateTimeISO(say.zone).toPlainDate()
  return (
    <Card now={business.decision === null}>
      <h2>{say('page.business.eligible')}</h2>
      <ul class="plain">
        {checked({ business, toldOn, alike, today }).map(({ check, fails }) => (
          <li>
            <Tag kind={fails ? 'bad' : 'good'}>{say(fails ? 'business.check.fails' : 'business.check.holds')}</Tag>{' '}
            {fails ? sayKey(say, `business.fails.${fails.why}`, fails.facts) : say(`business.check.${check}`)}
          </li>
        ))}
      </ul>
      <form method="post" action={`/businesses/${business.id}/decision`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Radios
          say={say}
          name="decision"
          label={say('page.business.decide')}
          value={business.decision ?? undefined}
          choices={decisions.map((value) => ({ value, label: say(`business.decision.${value}`) }))}
          again={again}
          row
        />
        <TextField
          say={say}
          name="reason"
          label={say('page.business.reason')}
          seen={say('seen.coordinator')}
          maxlength={limits.reasonCharsMax}
          optional
          again={again}
        />
        <button type="submit">{say('page.business.decide-do')}</button>
      </form>
      {decided.map(({ decision, reason, at }) => (
        <p class="small soft">
          <When say={say} at={at} day /> · {say(`business.decision.${decision as Business['decision'] & string}`)}{' '}
          {reason ? <bdi>{reason}</bdi> : null}
        </p>
      ))}
    </Card>
  )
}
