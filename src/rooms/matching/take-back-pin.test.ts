import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { keepApart } from '#programmes/keep-apart'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { discardRound } from './discard-round.ts'
import { pinsOf } from './round-reads.ts'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'
import { takeBackPin } from './take-back-pin.ts'

const house = await testHouse()
const { run, pin } = coordinatorOf(house)

test('A must-not that comes after a pin stops the next round by name, until the pin is taken back.', async () => {
  const [one, other] = fourPeople.mentees
  const given = await givenProgramme(house, {
    mentors: [{ ...fourPeople.mentors[0], code: 'M' }],
    mentees: [{ ...one, code: 'N' }, other!],
  })
  const { round } = await pin(given, (await run(given)).id, 0, 0, 'together')
  await house.writeAs(given.scope, (tx) => discardRound(tx, { round }))
  await house.writeAs(given.scope, (tx) => keepApart(tx, { id: tx.newId(), programme: given.id, code: 'M', otherCode: 'N' }))
  await assert.rejects(run(given), (error: { reason?: string; facts?: { rule?: string } }) => {
    assert.deepEqual([error.reason, error.facts?.rule], ['matching.pinNotAllowed', 'mustNot'])
    return true
  })
  const [decision] = await house.read((db) => pinsOf(db, given.id))
  const takeBack = () => house.writeAs(given.scope, (tx) => takeBackPin(tx, { programme: given.id, pin: decision?.id ?? '' }))
  await takeBack()
  await takeBack()
  assert.equal((await house.news('pin.lifted')).length, 1, 'taken back twice is once')
  assert.equal((await run(given)).nth, 3)
})

test('To another coordinator a decision is not there.', async () => {
  const given = await givenProgramme(house, fourPeople)
  const stranger = await givenKeeper(house, await givenOrganisation(house))
  const pinned = await pin(given, (await run(given)).id, 0, 0, 'together')
  const [decision] = await house.read((db) => pinsOf(db, given.id))
  assert.ok(pinned && decision)
  await assert.rejects(
    house.writeAs(stranger.scope, (tx) => takeBackPin(tx, { programme: given.id, pin: decision.id })),
    Missing,
  )
})
