import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { afghani, day, dollars, givenFunded, newId } from './funding.testing.ts'
import { planTranche } from './plan-tranche.ts'
import { tranchesOf } from './reads.ts'

const house = await testHouse()
const headStartMs = 200

test('Instalments are planned up to what was signed, and no further.', async () => {
  const given = await givenFunded(house)
  const commitment = await given.signed()
  await given.planned(commitment, dollars(4_000), null, '2026-02-01')
  await given.planned(commitment, dollars(3_000), 'The mid-term report is accepted', '2026-08-01')
  assert.equal(await refusedWith(given.planned(commitment, dollars(1))), 'funding.overCommitted')
  const tranches = await house.read((db) => tranchesOf(db, { bank: given.bank.id }, []))
  assert.deepEqual(
    tranches.map(({ position, amount, currency, condition }) => [position, amount, currency, condition]),
    [
      [1, 400_000n, 'USD', null],
      [2, 300_000n, 'USD', 'The mid-term report is accepted'],
    ],
  )
})

test('In the commitment’s currency alone, and the same one twice is one.', async () => {
  const given = await givenFunded(house)
  const asked = { id: newId(), commitment: await given.signed(), dueOn: day('2026-02-01'), condition: null, isLookedOver: true }
  const plan = (facts: object) => house.writeAs(given.coordinator, (tx) => planTranche(tx, { ...asked, ...dollars(4_000), ...facts }))
  assert.equal(await refusedWith(plan(afghani(5))), 'funding.currency')
  await plan({})
  await plan({})
  assert.equal(await refusedWith(plan(dollars(5))), 'funding.another')
  assert.equal(await refusedWith(plan({ id: newId(), ...dollars(5), isLookedOver: false })), 'funding.look')
  assert.equal((await house.read((db) => tranchesOf(db, { bank: given.bank.id }, []))).length, 1)
})

test('Two planned at once are never more than was signed.', async () => {
  const given = await givenFunded(house)
  const commitment = await given.signed()
  const { promise: second, resolve } = Promise.withResolvers<string>()
  await house.writeAs(given.coordinator, async (tx) => {
    const asked = { id: newId(), commitment, dueOn: day('2026-02-01'), condition: null, isLookedOver: true }
    await planTranche(tx, { ...asked, ...dollars(4_000) })
    resolve(refusedWith(given.planned(commitment, dollars(4_000))))
    await new Promise((done) => setTimeout(done, headStartMs))
  })
  assert.equal(await second, 'funding.overCommitted')
})
