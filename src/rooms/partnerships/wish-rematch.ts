import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { pathwayOf } from '#programmes/pathway-reads'
import { rematchesOf } from './leaving-reads.ts'
import { insertRematchWish } from './leaving-writes.ts'
import { coordinatesPair } from './may-answer.ts'
import { findPartnership } from './reads.ts'
import { holdPartnership } from './writes.ts'

/** The mentee of a pair that ended would like another partner, and comes first in the next round; as often as the pathway says. */
export async function wishRematch(tx: Tx, { partnership: id }: { partnership: string }): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (!pair.isAgreed || (tx.scope.person !== pair.mentee && !coordinatesPair(tx, pair))) missing()
  if (pair.endedAt === null) refuse('partnerships.notEnded')
  const wishes = await rematchesOf(tx, pair.menteeEnrolment)
  if (wishes.some(({ partnership }) => partnership === id)) return
  const { rematchesMax } = await pathwayOf(tx, pair.programme)
  if (wishes.length >= rematchesMax) refuse('partnerships.rematchesUsed', { max: rematchesMax })

  const { programme, mentee: person, menteeEnrolment: enrolment } = pair
  if (!(await insertRematchWish(tx, { partnership: id, programme, person, enrolment }))) return
  await tx.note('rematch.wished', id, { organisation: pair.organisation, programme })
}
