import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Facts } from '#ui/facts'
import { Hidden, Radios, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Card, Tag } from '#ui/notice'
import { When } from '#ui/when'
import { type Business, decisions, limits } from './business.ts'
import { checked } from './eligibility.ts'
import type { Decided as Decision } from './reads.ts'

type DecidingProps = {
  say: Say
  business: Business
  today: Temporal.PlainDate
  decided: readonly Decision[]
  formId: string
  again: Again | undefined
}

/** Whether it is coached: the checks advise, a person decides. */
export function Deciding({ say, business, today, decided, formId, again }: DecidingProps) {
  return (
    <Card now={business.decision === null}>
      <h2>{say('page.business.eligible')}</h2>
      <ul class="plain">
        {checked(business, today).map(({ check, holds }) => (
          <li>
            <Tag kind={holds ? 'good' : 'bad'}>{say(holds ? 'business.check.holds' : 'business.check.fails')}</Tag>{' '}
            {say(`business.check.${check}`)}
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

type AlikeProps = { say: Say; business: Business; alike: readonly (Business & { same: boolean | null })[]; formId: string }

/** Side by side with each that may be the same; a person says. */
export function Alike({ say, business, alike, formId }: AlikeProps) {
  return (
    <>
      <h2>{say('page.business.alike', { count: alike.length })}</h2>
      {alike.map((other) => (
        <Card>
          <Facts
            facts={[
              [
                say('label.business.name'),
                <a href={`/businesses/${other.id}`}>
                  <Name name={other.name} />
                </a>,
              ],
              [say('label.code'), <bdi>{other.code}</bdi>],
              [say('label.business.owners'), <bdi>{other.owners.map(({ name }) => name).join(', ')}</bdi>],
              [say('label.business.place'), <bdi>{other.place}</bdi>],
              [say('label.business.licence'), other.licence ? <bdi>{other.licence}</bdi> : null],
              [say('label.business.phone'), other.phone ? <bdi dir="ltr">{other.phone}</bdi> : null],
            ]}
          />
          {other.same === null ? null : <p>{say(other.same ? 'page.business.same-said' : 'page.business.other-said')}</p>}
          <div class="row">
            <Button
              action={`/businesses/${business.id}/likeness`}
              label={say('page.business.same')}
              kind="second"
              fields={{ id: formId, other: other.id, same: 'yes' }}
              of={other.code}
            />
            <Button
              action={`/businesses/${business.id}/likeness`}
              label={say('page.business.other')}
              kind="second"
              fields={{ id: formId, other: other.id, same: 'no' }}
              of={other.code}
            />
          </div>
        </Card>
      ))}
    </>
  )
}
