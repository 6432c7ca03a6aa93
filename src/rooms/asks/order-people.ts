import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { ownDraft } from './own-ask.ts'
import { peopleToAsk } from './reads.ts'
import { replacePeople } from './writes.ts'

export const orderings = ['first', 'drop'] as const
export type OrderPeople = { ask: string; person: string; move: (typeof orderings)[number] }

/** The asker puts somebody first, or leaves them out. Twice is once. */
export async function orderPeople(tx: Tx, { ask: id, person, move }: OrderPeople): Promise<void> {
  const ask = await ownDraft(tx, id)
  const people = await peopleToAsk(tx, id)
  const one = people.find((each) => each.person === person)
  if (one === undefined && move === 'drop') return
  if (one === undefined) refuse('asks.personLeft')
  const others = people.filter((each) => each !== one)
  const order = move === 'drop' ? others : [one, ...others]
  await replacePeople(
    tx,
    id,
    ask.asker,
    order.map(({ nth: _nth, ...rest }) => rest),
  )
}
