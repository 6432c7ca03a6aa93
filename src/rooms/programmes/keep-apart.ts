import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { personByCode } from '#people/profile-reads'
import { limits } from './programme.ts'
import { findProgramme, mustNotsOf } from './reads.ts'
import { endMustNot, insertMustNot } from './writes.ts'

export type KeepApart = { id: string; programme: string; code: string; otherCode: string; by?: string }

/** Two people who are never put together in this programme, by their codes; said twice is said once. */
export async function keepApart(tx: Tx, { id, programme, code, otherCode, by }: KeepApart): Promise<{ programme: string }> {
  const { organisation } = found(await findProgramme(tx, programme))
  mustCoordinate(tx, programme)
  const one = (await personByCode(tx, organisation, code)) ?? refuse('programmes.nobody', { code })
  const other = (await personByCode(tx, organisation, otherCode)) ?? refuse('programmes.nobody', { code: otherCode })
  if (one.id === other.id) refuse('programmes.apartFromOneself')
  const mustNots = await mustNotsOf(tx, programme)
  const there = mustNots.some((row) => [row.person, row.other].includes(one.id) && [row.person, row.other].includes(other.id))
  if (there) return { programme }
  if (mustNots.length >= limits.mustNotsMax) refuse('programmes.mustNotsFull', { max: limits.mustNotsMax })

  const isNew = await insertMustNot(tx, {
    id,
    programme,
    person: one.id,
    other: other.id,
    by: by ?? tx.by ?? refuse('programmes.nobody', { code }),
  })
  if (isNew) await tx.note('pair.kept-apart', id, { organisation, programme })
  return { programme }
}

export type LiftMustNot = { programme: string; mustNot: string }

/** The two may be put together again. */
export async function liftMustNot(tx: Tx, { programme, mustNot }: LiftMustNot): Promise<{ programme: string }> {
  const { organisation } = found(await findProgramme(tx, programme))
  mustCoordinate(tx, programme)
  if (!(await mustNotsOf(tx, programme)).some(({ id }) => id === mustNot)) return { programme }

  await endMustNot(tx, mustNot)
  await tx.note('must-not.lifted', mustNot, { organisation, programme })
  return { programme }
}
