import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import type { Business, CoachWish } from './business.ts'
import { wishOf } from './private-reads.ts'
import { insertWish } from './writes.ts'

/** Keeps what an owner needs of a coach, sealed; saying the same again adds nothing. Called by the verbs that guard who may. */
export async function keepWish(tx: Tx, business: Pick<Business, 'id' | 'organisation'>, { sex, companion }: CoachWish): Promise<void> {
  const before = await wishOf(tx, business)
  if (before.sex === sex && before.companion === companion) return
  const id = tx.newId()
  const keys = await keysFor(tx, { kind: 'organisation', id: business.organisation })
  const sealed = keys.seal({ kind: 'coach-wish', item: id, author: tx.by ?? '' }, { sex, companion })
  await insertWish(tx, { id, business: business.id, sealed })
}
