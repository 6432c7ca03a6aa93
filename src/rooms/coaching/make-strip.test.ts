import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { assertNowhere } from '#testing/canary'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenCoaching } from './coaching.testing.ts'
import { endStrip, makeStrip } from './make-strip.ts'
import { drawCodes, readCode } from './strip.ts'
import { codesLeft, codesOf, stripsOf } from './strip-reads.ts'

const house = await testHouse()
const { newId } = realHands

test('A strip has 24 codes of six digits, none twice; they are in no row in clear, and the strip before has ended.', async () => {
  const given = await givenCoaching(house)
  const [first, second] = [newId(), newId()]
  for (const id of [first, first, second]) await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id, business: given.business }))
  const strips = await house.database.read(given.coordinator, (db) => stripsOf(db, given.business))
  assert.deepEqual(
    strips.map(({ id, endedAt }) => [id, endedAt !== null]).toSorted(),
    [
      [first, true],
      [second, false],
    ].toSorted(),
  )
  const codes = await house.database.read(given.coordinator, (db) => codesOf(db, { id: second, organisation: given.bank.organisation }))
  assert.equal(new Set(codes).size, 24)
  assert.ok(codes?.every((code) => /^[0-9]{6}$/.test(code)))
  await assertNowhere(house.databaseName, codes?.map((code) => `"${code}"`) ?? [])
  assert.equal(await house.database.read(given.coach.scope, (db) => codesLeft(db, given.business)), 24)
})

test('A coach makes, sees and ends no strip of their own client, not as a coordinator either, and not in the database.', async () => {
  const given = await givenCoaching(house)
  const id = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id, business: given.business }))
  const both = coordinating(given.coach, given.bank.programme)
  for (const scope of [given.coach.scope, both]) {
    assert.deepEqual(await house.database.read(scope, (db) => stripsOf(db, given.business)), [])
    const marks = await house.database.read(scope, (db) => db.selectFrom('stripCodes').selectAll().execute())
    assert.deepEqual(marks, [])
    await assert.rejects(
      house.writeAs(scope, (tx) => endStrip(tx, { strip: id })),
      { name: 'Missing' },
    )
  }
  await assert.rejects(
    house.writeAs(both, (tx) => makeStrip(tx, { id: newId(), business: given.business })),
    refused('coaching.ownClient'),
  )
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => makeStrip(tx, { id: newId(), business: given.business })),
    { name: 'Missing' },
  )
})

test('A strip that was lost is ended, and has no codes left.', async () => {
  const given = await givenCoaching(house)
  const id = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id, business: given.business }))
  for (const _ of [1, 2]) await house.writeAs(given.coordinator, (tx) => endStrip(tx, { strip: id }))
  assert.equal(await house.database.read(given.coordinator, (db) => codesLeft(db, given.business)), null)
})

test('Codes are read in any digits, with spaces or dashes; what is not six digits is no code.', () => {
  assert.deepEqual(['123 456', '۱۲۳۴۵۶', '١٢٣-٤٥٦', ' 123456 '].map(readCode), Array(4).fill('123456'))
  assert.deepEqual(['12345', '1234567', '12a456', ''].map(readCode), Array(4).fill(null))
  let nth = 0
  const drawn = drawCodes(
    500,
    () => String(nth++),
    () => false,
  )
  assert.equal(new Set(drawn).size, 500)
})
