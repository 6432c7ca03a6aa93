import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { keyOwnerOf, type OfMeeting } from './meeting.ts'
import { countPlaces } from './meeting-reads.ts'
import { insertPlace } from './meeting-writes.ts'

/** Seals where two meet, or that it is taken back, under the next number; the caller holds the meeting. */
export async function keepPlace(tx: Tx, meeting: OfMeeting, place: string | null): Promise<void> {
  assert(tx.by, 'one of the two says where')
  const nth = (await countPlaces(tx, meeting.id)) + 1
  const at = { kind: 'place', item: meeting.id, author: tx.by, version: nth }
  const sealed = place === null ? null : (await keysFor(tx, keyOwnerOf(meeting))).seal(at, { place })
  await insertPlace(tx, { meeting: meeting.id, nth, sealed, by: tx.by })
}
