import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { afghani, refused } from '#hours/hours.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { afterMonth, givenConfirmed, month } from './claims.testing.ts'
import { refuseClaim } from './decide-claim.ts'
import { makeClaim } from './make-claim.ts'
import { claimsOfCoach, linesOf } from './reads.ts'

const house = await testHouse()
const { newId } = realHands

test('A coach claims what clients confirmed, once; what is claimed is not claimed again until it was refused.', async () => {
  const given = await givenConfirmed(house)
  const claim = (id = newId()) =>
    house.writeAs(given.coach.scope, (tx) => makeClaim(tx, { id, bank: given.bank.id, coach: given.coach.id, month }))
  const id = newId()
  for (const _twice of [1, 2]) await claim(id)
  const seen = await house.database.read(given.coach.scope, (db) => claimsOfCoach(db, given.coach.id, 10))
  assert.deepEqual(
    seen.map((one) => [one.id, one.amount, one.minutes]),
    [[id, afghani(1_200), 60]],
  )
  await assert.rejects(claim(), refused('claims.nothing'))
  await house.writeAs(given.coordinator, (tx) => refuseClaim(tx, { claim: id, reason: 'Which business?' }))
  const again = newId()
  await claim(again)
  assert.equal((await house.read((db) => linesOf(db, again))).length, 1)
})

test('A month is over at midnight where the bank is, not in Greenwich.', async () => {
  const given = await givenConfirmed(house)
  const { id, organisation } = given.bank
  await house.write((tx) => tx.updateTable('organisations').set({ zone: 'Asia/Kabul' }).where('id', '=', organisation).execute())
  const claim = () => house.writeAs(given.coach.scope, (tx) => makeClaim(tx, { id: newId(), bank: id, coach: given.coach.id, month }))
  const kabulMidnight = month.add({ months: 1 }).toZonedDateTime({ timeZone: 'Asia/Kabul' }).toInstant()
  house.setNow(kabulMidnight.subtract({ seconds: 1 }).toString())
  await assert.rejects(claim(), refused('claims.monthNotOver'))
  house.setNow(kabulMidnight.toString())
  await claim()
  afterMonth(house)
})

test('A month that is not over is not claimed; nor does anybody claim for another, but who coordinates.', async () => {
  const given = await givenConfirmed(house)
  const asked = { bank: given.bank.id, coach: given.coach.id, month }
  house.setNow('2026-11-30T08:00:00Z')
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => makeClaim(tx, { ...asked, id: newId() })),
    refused('claims.monthNotOver'),
  )
  afterMonth(house)
  const stranger = await givenPerson(house, given.bank.organisation)
  for (const scope of [stranger.scope, given.owner.scope]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => makeClaim(tx, { ...asked, id: newId() })),
      { name: 'Missing' },
    )
  }
  await house.writeAs(given.coordinator, (tx) => makeClaim(tx, { ...asked, id: newId() }))
})
