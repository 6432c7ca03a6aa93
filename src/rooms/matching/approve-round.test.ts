import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#ground/refusal'
import { livePairs } from '#partnerships/reads'
import { withdraw } from '#programmes/withdraw'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { discardRound } from './discard-round.ts'
import { givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

async function givenRound(pairs = 3) {
  const given = await givenProgramme(house, {
    mentors: Array.from({ length: pairs }, () => ({})),
    mentees: Array.from({ length: pairs }, () => ({})),
  })
  const { id } = await house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
  return { given, round: id }
}

test('Approving asks every pair once, however often it is pressed.', async () => {
  const { given, round } = await givenRound()
  const approve = () => house.writeAs(given.scope, (tx) => approveRound(tx, { round }))
  assert.deepEqual(await approve(), { programme: given.id, proposed: 3 })
  assert.deepEqual(await approve(), { programme: given.id, proposed: 3 })
  assert.equal((await house.read((db) => livePairs(db, given.id))).length, 3)
  assert.equal((await house.news('round.approved')).filter(({ subject }) => subject === round).length, 1)
})

test('When somebody left meanwhile, nothing of the round is kept, and the pair is named.', async () => {
  const { given, round } = await givenRound()
  const left = given.enrolmentOf.get(given.mentors[0]!.id) ?? ''
  await house.writeAs(given.scope, (tx) => withdraw(tx, { enrolment: left }))
  await assert.rejects(
    house.writeAs(given.scope, (tx) => approveRound(tx, { round })),
    (error) => error instanceof Refusal && /notEnrolled/.test(error.reason),
  )
  assert.deepEqual(await house.read((db) => livePairs(db, given.id)), [])
})

test('A round that was put aside is not approved, and an approved one is not put aside.', async () => {
  const { given, round } = await givenRound()
  await house.writeAs(given.scope, (tx) => discardRound(tx, { round }))
  await assert.rejects(
    house.writeAs(given.scope, (tx) => approveRound(tx, { round })),
    /roundDiscarded/,
  )
  const other = await givenRound()
  await house.writeAs(other.given.scope, (tx) => approveRound(tx, { round: other.round }))
  await assert.rejects(
    house.writeAs(other.given.scope, (tx) => discardRound(tx, { round: other.round })),
    /roundApproved/,
  )
})

test('A round without a pair is not approved.', async () => {
  const given = await givenProgramme(house, { mentors: [], mentees: [{}] })
  const { id } = await house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
  await assert.rejects(
    house.writeAs(given.scope, (tx) => approveRound(tx, { round: id })),
    /roundEmpty/,
  )
})

test('People who are paired or asked are not in the next round.', async () => {
  const { given, round } = await givenRound()
  await house.writeAs(given.scope, (tx) => approveRound(tx, { round }))
  const next = await house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))
  const pairs = await house.read((db) => db.selectFrom('roundPairs').selectAll().where('round', '=', next.id).execute())
  assert.deepEqual(pairs, [])
})
