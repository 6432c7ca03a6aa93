import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Notice } from '#ui/notice'
import { Day } from '#ui/when'
import { coordinatedFunder } from './coordinated.ts'
import { Above } from './form-parts.tsx'
import { findContribution } from './reads.ts'

/** Something given in kind, with how it was valued; who did not value it says whether it counts. */
export async function decideInKindPage(db: Db, { say, params, me }: Asked, again?: Again): Promise<View> {
  const contribution = found(await findContribution(db, params.contribution ?? ''))
  const { bank, funder } = await coordinatedFunder(db, contribution.funder)
  const { agreed, by, amount, description, method, givenOn, id } = contribution
  const title = say('page.in-kind-decision.title')
  const action = `/in-kind/${id}/decision`
  const state = agreed === null ? 'waiting' : agreed ? 'agreed' : 'refused'
  const body = (
    <>
      <Above say={say} bank={bank} funder={funder} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Notice kind={agreed === null ? 'wait' : agreed ? 'good' : 'bad'}>
        <p>{say(`funding.in-kind.${state}`)}</p>
      </Notice>
      <Facts
        facts={[
          [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
          [say('label.funding.description'), <span dir="auto">{description}</span>],
          [say('label.funding.method'), <span dir="auto">{method}</span>],
          [say('label.funding.value'), <strong>{sayMoney(say, amount, bank)}</strong>],
          [say('label.funding.given-on'), <Day say={say} date={givenOn} />],
        ]}
      />
      {agreed !== null ? null : by === me?.person ? (
        <p>{say('page.in-kind-decision.own')}</p>
      ) : (
        <div class="deeds">
          <Button action={action} label={say('page.in-kind-decision.agree')} fields={{ decision: 'agree' }} />
          <Button action={action} label={say('page.in-kind-decision.refuse')} fields={{ decision: 'refuse' }} kind="second" />
        </div>
      )}
    </>
  )
  return { title, body }
}
