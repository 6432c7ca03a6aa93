import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { testHouse } from '#testing/house'
import { givenPair, refusedWith } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { holdsOf } from './stage-reads.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()
const day = (text: string) => Temporal.PlainDate.from(text)

async function place(scope: Scope | null, partnership: string, kind: 'paused' | 'safeguarding' | 'awaiting-funds', until: string | null) {
  const deed = (tx: Parameters<typeof placeHold>[0]) =>
    placeHold(tx, { id: tx.newId(), partnership, kind, until: until === null ? null : day(until) })
  return scope === null ? house.write(deed) : house.writeAs(scope, deed)
}

test('Either side pauses, and the coordinator; it stands until its day has passed everywhere.', async () => {
  const { id, mentor, mentee, programme } = await givenUnderWay(house)
  await place(mentee.scope, id, 'paused', '2026-12-24')
  await place(programme.coordinator, id, 'paused', null)
  const seen = await house.database.read(mentor.scope, (db) => holdsOf(db, id))
  assert.deepEqual(
    seen.map(({ kind, bySide }) => [kind, bySide]),
    [
      ['paused', 'mentee'],
      ['paused', null],
    ],
  )
  house.setNow('2026-12-25T23:00:00Z')
  assert.equal((await house.read((db) => holdsOf(db, id))).length, 2)
  house.setNow('2026-12-26T01:00:00Z')
  assert.equal((await house.read((db) => holdsOf(db, id))).length, 1)
  house.setNow('2026-11-23T08:00:00Z')
})

test('A hold for somebody’s safety reads as any other pause: to the two, to the coordinator, and in the news.', async () => {
  const { id, mentor, mentee, programme } = await givenUnderWay(house)
  await place(null, id, 'safeguarding', null)
  for (const scope of [mentor.scope, mentee.scope, programme.coordinator]) {
    const told = await house.database.read(scope, async (db) => ({
      holds: (await holdsOf(db, id)).map(({ kind }) => kind),
      rows: await db.selectFrom('partnershipHolds').select('kind').where('partnership', '=', id).execute(),
    }))
    assert.deepEqual(told, { holds: ['paused'], rows: [] })
  }
  const [news] = (await house.news('partnership.held')).filter(({ subject }) => subject === id)
  assert.deepEqual(news?.facts, { kind: 'paused' })
})

test('A side places no hold for safety, and nobody one that the pathway does not know, that is past, or over a year.', async () => {
  const { id, mentor } = await givenUnderWay(house)
  await assert.rejects(place(mentor.scope, id, 'safeguarding', null), /row-level security/)
  assert.equal(await refusedWith(place(mentor.scope, id, 'awaiting-funds', null)), 'partnerships.noSuchHold')
  assert.equal(await refusedWith(place(mentor.scope, id, 'paused', '2026-11-22')), 'partnerships.holdPast')
  assert.equal(await refusedWith(place(mentor.scope, id, 'paused', '2027-11-25')), 'partnerships.holdTooLong')
})

test('What is not agreed yet does not rest, and somebody else’s pair is not there.', async () => {
  const { id, mentor } = await givenPair(house)
  const other = await givenUnderWay(house)
  assert.equal(await refusedWith(place(mentor.scope, id, 'paused', null)), 'partnerships.notAgreed')
  assert.equal(await refusedWith(place(mentor.scope, other.id, 'paused', null)), 'Missing')
})
