import type { Say } from '#ground/words'
import type { Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { Tag } from '#ui/notice'
import { Day } from '#ui/when'
import { type Commitment, limits, type Tranche } from './funding.ts'

type Promises = { say: Say; funder: Funder; commitments: readonly Commitment[]; tranches: readonly Tranche[] }

export function CommitmentRows({ say, funder, commitments, tranches }: Promises) {
  return (
    <section id="commitments">
      <h2>{say('page.funder.commitments')}</h2>
      {commitments.length === 0 ? <p class="soft">{say('page.funder.none')}</p> : null}
      {commitments.slice(0, limits.commitmentsShownMax).map((commitment) => (
        <Signed say={say} commitment={commitment} tranches={tranches.filter((one) => one.commitment === commitment.id)} />
      ))}
      {commitments.length > limits.commitmentsShownMax ? (
        <p class="soft">{say('page.funder.more', { shown: limits.commitmentsShownMax, count: commitments.length })}</p>
      ) : null}
      <p>
        <a href={`/funders/${funder.id}/commitments`}>{say('page.commitment.title')}</a>
      </p>
    </section>
  )
}

type SignedProps = { say: Say; commitment: Commitment; tranches: readonly Tranche[] }

/** What was signed, how much of it came, and the next tranches that did not. */
function Signed({ say, commitment, tranches }: SignedProps) {
  const open = tranches.filter(({ received, amount }) => received < amount)
  return (
    <div class="card">
      <h3>
        {sayMoney(say, commitment.amount, commitment)} · <bdi>{commitment.reference}</bdi>
      </h3>
      <p class="soft">
        {say('page.funder.signed')} <Day say={say} date={commitment.signedOn} />
      </p>
      {tranches.length === 0 ? null : <p>{say('page.funder.tranches', { here: tranches.length - open.length, count: tranches.length })}</p>}
      <ul class="plain">
        {open.slice(0, limits.tranchesShownMax).map((tranche) => (
          <li>
            <TrancheRow say={say} tranche={tranche} />
          </li>
        ))}
      </ul>
      <p>
        <a href={`/commitments/${commitment.id}/tranches`}>{say('page.funder.tranches-all')}</a>
      </p>
    </div>
  )
}

/** A tranche, whether it is here, what it waits for, and what can be said of it. */
export function TrancheRow({ say, tranche }: { say: Say; tranche: Tranche }) {
  const { id, funder, position, amount, received, condition, metOn, dueOn } = tranche
  const isHere = received >= amount
  return (
    <>
      <p>
        {say('page.funder.tranche', { nth: position, amount: sayMoney(say, amount, tranche) })} <Day say={say} date={dueOn} short />{' '}
        <Tag kind={isHere ? 'good' : 'wait'}>
          {isHere ? say('funding.tranche.here') : say('funding.tranche.here-of', { amount: sayMoney(say, received, tranche) })}
        </Tag>{' '}
        {isHere ? null : (
          <>
            <a href={`/funders/${funder}/receipts?tranche=${id}`}>{say('page.funder.it-came')}</a> ·{' '}
            <a href={`/tranches/${id}/bridge`}>{say('page.bridge.title')}</a>
          </>
        )}
      </p>
      {condition === null ? null : (
        <p>
          <span dir="auto">{condition}</span>{' '}
          {metOn === null ? (
            <a href={`/tranches/${id}/condition`}>{say('page.condition.save')}</a>
          ) : (
            <>
              <Tag kind="good">{say('page.condition.met')}</Tag> <Day say={say} date={metOn} short />
            </>
          )}
        </p>
      )}
    </>
  )
}
