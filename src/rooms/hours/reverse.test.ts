import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

test('What is resolved is not resolved again; reversed, it is open again, and an entry is reversed once.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 5_000, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const { id } = await reserved(house, given, holder)
  const first = newId()
  const spending = { reservation: id, minutes: 60, day: day('2026-06-20'), coach }
  await house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: first }))
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: newId() })),
    refused('hours.resolved'),
  )
  const undo = (entry: string) =>
    house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry, day: day('2026-06-21'), reason: 'wrong minutes' }))
  await assert.rejects(undo(id), refused('hours.resolved'))
  await undo(first)
  await assert.rejects(undo(first), refused('hours.reversed'))
  await house.writeAs(given.coordinator, (tx) => spend(tx, { ...spending, id: newId(), minutes: 45 }))
  const after = await standing(house, given)
  assert.deepEqual([after.used, after['spent nordlys'], after.held], ['45', '630', undefined])
})
