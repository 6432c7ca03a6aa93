import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Asked } from '#ground/route'
import { changeCapacity } from '#programmes/change-capacity'
import { withdraw } from '#programmes/withdraw'
import { testHouse } from '#testing/house'
import { mendRound } from './mend-round.ts'
import { pinPair } from './pin-pair.ts'
import { proofCsv } from './proof-sheet.ts'
import { changesBetween } from './round.ts'
import { findRound, pairsOfRound, provedOf } from './round-reads.ts'
import { coordinatorOf, givenProgramme } from './rounds.testing.ts'

const house = await testHouse()
const { enrolment, run, pairs } = coordinatorOf(house)
const topics = ['pricing', 'budgets', 'public-speaking', 'writing']

test('A mentor pauses: their mentee goes elsewhere, and nobody else moves, though the whole could be better.', async () => {
  const given = await givenProgramme(house, {
    mentors: [...topics.map((topic) => ({ canHelpWith: [topic] })), { canHelpWith: topics }],
    mentees: topics.map((topic) => ({ wantsHelpWith: [topic] })),
  })
  const first = await run(given)
  const left = (await pairs(first.id)).get(enrolment(given, 'mentees', 0)) ?? ''
  await house.writeAs(given.scope, (tx) => changeCapacity(tx, { enrolment: left, capacity: 0 }))
  const id = crypto.randomUUID()
  const mend = () => house.writeAs(given.scope, (tx) => mendRound(tx, { id, round: first.id }))
  const { round } = await mend()
  const [before, after] = await house.read(async (db) => [await pairsOfRound(db, first.id), await pairsOfRound(db, round)])
  assert.deepEqual(
    changesBetween(before!, after!).map(({ menteeEnrolment }) => menteeEnrolment),
    [enrolment(given, 'mentees', 0)],
  )
  assert.equal((await mend()).round, round, 'the same form twice is one round')
  const later = await house.read((db) => findRound(db, round))
  assert.deepEqual([later?.choice.mends, later?.choice.floor], [true, 'highest'])
  const other = enrolment(given, 'mentors', 4)
  const mentee = enrolment(given, 'mentees', 1)
  const pinned = { id: crypto.randomUUID(), round, mentorEnrolment: other, menteeEnrolment: mentee, kind: 'apart' as const }
  const again = await house.writeAs(given.scope, (tx) => pinPair(tx, pinned))
  assert.equal((await house.read((db) => findRound(db, again.round)))?.choice.mends, false, 'the next round chooses as before')
})

test('The proof of a mended round says who stood, and adds up to the pairs’ points and a bonus for each that was kept.', async () => {
  const given = await givenProgramme(house, {
    mentors: [...topics.map((topic) => ({ canHelpWith: [topic] })), { canHelpWith: topics }],
    mentees: topics.map((topic) => ({ wantsHelpWith: [topic] })),
  })
  const first = await run(given)
  const left = (await pairs(first.id)).get(enrolment(given, 'mentees', 0)) ?? ''
  await house.writeAs(given.scope, (tx) => changeCapacity(tx, { enrolment: left, capacity: 0 }))
  const { round } = await house.writeAs(given.scope, (tx) => mendRound(tx, { id: tx.newId(), round: first.id }))
  const [proved, later] = await house.read(async (db) => [await provedOf(db, round), await findRound(db, round)])
  const { mentees, mentors, bonus = 0 } = proved!
  assert.deepEqual([later!.summary.matched, mentees.filter(({ stood }) => stood !== undefined).length], [4, 3])
  assert.ok(bonus > 1000 * later!.summary.matched, 'no total outweighs it')
  const prices = [...mentees, ...mentors].reduce((sum, { places, price }) => sum + places * price, 0)
  assert.equal(prices, later!.summary.total + 3 * bonus)
  assert.ok('pairs' in proved!.proof)
  const asked = { params: { round } } as unknown as Asked
  const { bytes } = await house.read((db) => proofCsv(db, asked))
  const [head, ...lines] = new TextDecoder().decode(bytes).trim().split(/\r?\n/)
  assert.match(head!, /price,stood with,comes first,counts more$/)
  assert.equal(lines.filter((line) => line.endsWith(`,${bonus}`)).length, 3)
})

test('Where there is no place left, the one who lost their mentor waits, and nobody is put out for them.', async () => {
  const given = await givenProgramme(house, {
    mentors: topics.map((topic) => ({ canHelpWith: [topic] })),
    mentees: topics.map((topic) => ({ wantsHelpWith: [topic] })),
  })
  const first = await run(given)
  const gone = (await pairs(first.id)).get(enrolment(given, 'mentees', 2)) ?? ''
  await house.writeAs(given.scope, (tx) => withdraw(tx, { enrolment: gone }))
  const { round } = await house.writeAs(given.scope, (tx) => mendRound(tx, { id: tx.newId(), round: first.id }))
  const [before, after] = [await pairs(first.id), await pairs(round)]
  before.delete(enrolment(given, 'mentees', 2))
  assert.deepEqual(after, before)
})
