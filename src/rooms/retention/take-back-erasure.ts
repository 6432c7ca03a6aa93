import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { placeOf } from '#people/people-reads'
import { mustAdminister } from '#people/role-reads'
import { standingWish } from './reads.ts'
import { insertWishEnd } from './writes.ts'

/** The person stays after all: said by them, or by an administrator, before the day. Twice is once. */
export async function takeBackErasure(tx: Tx, { person }: { person: string }): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  if (tx.by !== person) await mustAdminister(tx, organisation)
  const wish = await standingWish(tx, person)
  if (!wish) return

  if (await insertWishEnd(tx, wish.id, tx.by ?? person)) await tx.note('erasure.taken-back', person, { organisation })
}
