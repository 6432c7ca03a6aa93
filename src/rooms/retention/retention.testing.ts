import { findKeys, keysFor } from '#ground/content-keys'
import type { GivenPair } from '#partnerships/pairs.testing'
import type { TestHouse } from '#testing/house'

const place = { kind: 'note', item: 'note-1', author: 'somebody' }

/** One of the two writes something, so that the pair has a key; answers how to read it. */
export async function givenWords(house: TestHouse, { id, mentor, mentee }: Pick<GivenPair, 'id' | 'mentor' | 'mentee'>) {
  const owner = { kind: 'partnership', id } as const
  const sealed = await house.writeAs(mentor.scope, async (tx) => (await keysFor(tx, owner)).seal(place, { text: 'a secret' }))
  return () =>
    house.database.read(mentee.scope, async (db) => {
      return (await findKeys(db, owner))?.open<{ text: string }>(place, sealed).text ?? null
    })
}
