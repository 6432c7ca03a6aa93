import type { GivenPair } from '#partnerships/pairs.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { coordinating } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { drawBatch } from './draw-batch.ts'
import { sendBatch } from './send-batch.ts'

/** A pair that has not met for long enough to be on a card. */
export async function givenNotMet(house: TestHouse): Promise<GivenPair> {
  house.setNow('2026-11-23T08:00:00Z')
  const pair = await givenUnderWay(house)
  house.setNow('2026-12-10T08:00:00Z')
  return pair
}

/** The coordinator of a pair's programme, as a request sees them. */
export const coordinatorOf = ({ programme }: GivenPair) => coordinating(programme.keeper, programme.id)

export async function drawn(house: TestHouse, pair: GivenPair, scope = coordinatorOf(pair)): Promise<string> {
  const { batch } = await house.writeAs(scope, (tx) => drawBatch(tx, { id: tx.newId(), card: 'not-met', picks: [pair.id] }))
  return batch
}

export async function sent(house: TestHouse, pair: GivenPair): Promise<string> {
  const batch = await drawn(house, pair)
  await house.writeAs(coordinatorOf(pair), (tx) => sendBatch(tx, { batch }))
  return batch
}

export const lettersOf = (house: TestHouse, batch: string) =>
  house.read((db) =>
    db.selectFrom('mails').select(['recipient', 'language', 'title', 'body']).where('about', '=', batch).orderBy('version').execute(),
  )
