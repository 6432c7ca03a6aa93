import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { limits, type ObstacleKind, type ObstacleState } from './business.ts'
import { findBusiness, obstacleById, obstaclesOf } from './reads.ts'
import { insertObstacle, insertObstacleState } from './writes.ts'

export type RaiseObstacle = { id: string; business: string; kind: ObstacleKind }

/** Owner, coach or coordinator says what stands in the way. The same id twice is one. */
export async function raiseObstacle(tx: Tx, asked: RaiseObstacle): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  if ((await obstaclesOf(tx, business.id, limits.obstaclesMax)).length >= limits.obstaclesMax) refuse('businesses.obstaclesFull')

  if (await insertObstacle(tx, asked)) {
    await insertObstacleState(tx, asked.id, 'raised')
    await tx.note('obstacle.raised', asked.id, business)
  }
  return { business: business.id }
}

export type MarkObstacle = { obstacle: string; state: ObstacleState }

/** Says how far one is with an obstacle; saying the same again changes nothing. */
export async function markObstacle(tx: Tx, { obstacle: id, state }: MarkObstacle): Promise<{ business: string }> {
  const obstacle = found(await obstacleById(tx, id))
  const business = found(await findBusiness(tx, obstacle.business))
  if (obstacle.state === state) return { business: business.id }

  await insertObstacleState(tx, id, state)
  await tx.note('obstacle.marked', id, business)
  return { business: business.id }
}
