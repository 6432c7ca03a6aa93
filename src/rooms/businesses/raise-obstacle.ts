import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { type Business, limits, type ObstacleKind, type ObstacleState } from './business.ts'
import { obstaclesOf } from './private-reads.ts'
import { findBusiness, obstacleById } from './reads.ts'
import { insertObstacle, insertObstacleState } from './writes.ts'

export type RaiseObstacle = { id: string; business: string; kind: ObstacleKind; line?: string | null }

/** Owner, coach or coordinator says what stands in the way, with a line for these three alone. The same id twice is one. */
export async function raiseObstacle(tx: Tx, asked: RaiseObstacle): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  if ((await obstaclesOf(tx, business, limits.obstaclesMax)).length >= limits.obstaclesMax) refuse('businesses.obstaclesFull')

  const { id, kind, line } = asked
  const sealed = line ? await sealLine(tx, business, { id, line }) : null
  if (await insertObstacle(tx, { id, business: business.id, kind, sealed })) {
    await insertObstacleState(tx, asked.id, 'raised')
    await tx.note('obstacle.raised', asked.id, business)
  }
  return { business: business.id }
}

async function sealLine(tx: Tx, { organisation }: Business, { id, line }: { id: string; line: string }): Promise<Buffer> {
  const keys = await keysFor(tx, { kind: 'organisation', id: organisation })
  return keys.seal({ kind: 'obstacle', item: id, author: tx.by ?? '' }, { line })
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
