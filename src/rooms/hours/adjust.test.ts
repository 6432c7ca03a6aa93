import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope, Tx } from '#ground/db'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { decideAdjustment, proposeAdjustment } from './adjust.ts'
import { afghani, fund, givenBank, refused, standing } from './hours.testing.ts'

const house = await testHouse()
const { newId } = realHands

async function proposed(amount = 100) {
  const given = await givenBank(house)
  await fund(house, given, { donor: 1_000, chamber: 1_000 })
  const second = coordinating(await givenKeeper(house, given.bank.organisation), given.bank.programme)
  const adjustment = newId()
  const asked = {
    id: adjustment,
    bank: given.bank.id,
    from: given.donor.id,
    to: given.chamber.id,
    amount: afghani(amount),
    reason: 'Wrong account',
  }
  await house.writeAs(given.coordinator, (tx) => proposeAdjustment(tx, asked))
  const decide = (scope: Scope, agrees: boolean, id = newId()) =>
    house.writeAs(scope, (tx) => decideAdjustment(tx, { id, adjustment, agrees }))
  return { given, second, decide, adjustment }
}

test('A correction counts once a second person agrees, and once only.', async () => {
  const { given, second, decide } = await proposed()
  assert.equal((await standing(house, given))['cash nordlys'], '1000')
  await assert.rejects(decide(given.coordinator, true), refused('hours.secondPerson'))
  const id = newId()
  await decide(second, true, id)
  await decide(second, true, id)
  await decide(second, true)
  const stands = await standing(house, given)
  assert.deepEqual([stands['cash nordlys'], stands['cash chamber']], ['900', '1100'])
  await assert.rejects(decide(second, false), refused('hours.decided'))
})

test('What is not agreed to moves nothing.', async () => {
  const { given, second, decide } = await proposed()
  await decide(second, false)
  await assert.rejects(decide(second, true), refused('hours.decided'))
  assert.equal((await standing(house, given))['cash nordlys'], '1000')
})

test('The database lets nobody agree with themselves, nor to other lines than were proposed.', async () => {
  const { given, second, adjustment } = await proposed()
  const row = async (tx: Tx, amount: string) => {
    const { lines } = await tx.selectFrom('adjustments').select('lines').where('id', '=', adjustment).executeTakeFirstOrThrow()
    const [asked, hash] = [Buffer.alloc(32), Buffer.alloc(32)]
    const entry = {
      id: newId(),
      bank: given.bank.id,
      sequence: 0n,
      kind: 'adjust',
      at: tx.now,
      day: tx.now.toZonedDateTimeISO('UTC').toPlainDate(),
    }
    const values = { ...entry, by: tx.by, cause: `adjustment:${adjustment}`, asked, hash, lines: lines.replaceAll('10000', amount) }
    await tx.insertInto('entries').values(values).execute()
  }
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => row(tx, '10000')),
    { constraint: 'second_person' },
  )
  await assert.rejects(
    house.writeAs(second, (tx) => row(tx, '20000')),
    { constraint: 'second_person' },
  )
})
