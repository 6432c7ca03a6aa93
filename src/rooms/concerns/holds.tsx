import type { Again, Asked } from '#ground/route'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { When } from '#ui/when'
import { limits } from './concern.ts'
import type { Concern, ConcernHold, ConcernPair } from './desk-reads.ts'

type HoldsProps = {
  asked: Asked
  again: Again | undefined
  concern: Concern
  names: (person: string) => string
  pairs: readonly ConcernPair[]
  holds: readonly ConcernHold[]
}

/** The partnerships that a concern is about, and what rests on them. */
export function Holds({ asked, again, concern, names, pairs, holds }: HoldsProps) {
  const { say } = asked
  return (
    <>
      <h2>{say('page.answer.pairs')}</h2>
      <p>{say('page.answer.hold-means')}</p>
      {pairs.map((pair) => (
        <section class="card">
          <p>
            <bdi>{pair.mentor}</bdi> · <bdi>{pair.mentee}</bdi>
            <br />
            <span class="small soft">
              <bdi>{pair.programme}</bdi>
            </span>
          </p>
          <Held
            asked={asked}
            concern={concern}
            names={names}
            pair={pair}
            hold={holds.findLast(({ partnership }) => partnership === pair.partnership)}
          />
        </section>
      ))}
      <form method="post" action={`/concerns/${concern.id}/pairs`} autocomplete="off">
        <TextField say={say} again={again} name="code" label={say('label.concern.code-one')} maxlength={limits.codeCharsMax} short />
        <TextField say={say} again={again} name="otherCode" label={say('label.concern.code-other')} maxlength={limits.codeCharsMax} short />
        <button type="submit" class="second">
          {say('page.answer.name-pair')}
        </button>
      </form>
    </>
  )
}

type HeldProps = { asked: Asked; concern: Concern; names: (person: string) => string; pair: ConcernPair; hold: ConcernHold | undefined }

function Held({ asked: { say, me, formId }, concern, names, pair, hold }: HeldProps) {
  if (hold === undefined || hold.liftedAt !== null) {
    const fields = { id: formId, partnership: pair.partnership }
    return (
      <>
        {hold?.liftedAt ? (
          <p class="small">
            {say('page.answer.lifted')} <When say={say} at={hold.liftedAt} />
          </p>
        ) : null}
        {pair.underWay ? (
          <Button action={`/concerns/${concern.id}/holds`} label={say('page.answer.hold')} kind="danger" fields={fields} />
        ) : (
          <p class="small">{say('page.answer.pair-over')}</p>
        )}
      </>
    )
  }
  const path = `/concern-holds/${hold.id}/lifting`
  return (
    <>
      <p>
        {say('page.answer.held', { name: `\u2068${names(hold.by)}\u2069` })} <When say={say} at={hold.at} />
      </p>
      {hold.liftAskedBy === null ? <Button action={path} label={say('page.answer.ask-lift')} kind="second" /> : null}
      {hold.liftAskedBy === null ? null : <p>{say('page.answer.lift-asked', { name: `\u2068${names(hold.liftAskedBy)}\u2069` })}</p>}
      {hold.liftAskedBy !== null && hold.liftAskedBy !== me?.person ? (
        <Button action={`${path}/confirmation`} label={say('page.answer.confirm-lift')} kind="danger" />
      ) : null}
    </>
  )
}
