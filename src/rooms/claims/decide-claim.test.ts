import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { changeTerms } from '#hours/change-terms'
import { refused, standing } from '#hours/hours.testing'
import { termsOf } from '#hours/reads'
import { testHouse } from '#testing/house'
import { givenClaim } from './claims.testing.ts'
import { approveClaim, callBack, payClaim, refuseClaim } from './decide-claim.ts'
import { findClaim, linesOf } from './reads.ts'

const house = await testHouse()
const { newId } = realHands
const day = Temporal.PlainDate.from('2026-12-02')
type Given = Awaited<ReturnType<typeof givenClaim>>
const pay = (given: Given, scope = given.second, id = newId()) =>
  house.writeAs(scope, (tx) => payClaim(tx, { id, claim: given.claim, day, reference: 'Hawala 7' }))
const approve = (given: Given, scope = given.coordinator) => house.writeAs(scope, (tx) => approveClaim(tx, { claim: given.claim }))

async function called(given: Given, outcome: 'confirmed' | 'otherwise' | 'no-answer') {
  const lines = await house.read((db) => linesOf(db, given.claim))
  for (const { meeting } of lines.filter((line) => line.called)) {
    await house.writeAs(given.coordinator, (tx) => callBack(tx, { id: newId(), claim: given.claim, meeting, outcome }))
  }
}

test('One approves and another pays, once, with a reference; the bank’s books say so.', async () => {
  const given = await givenClaim(house)
  await assert.rejects(pay(given), refused('claims.notApproved'))
  await called(given, 'confirmed')
  await approve(given)
  await approve(given)
  await assert.rejects(pay(given, given.coordinator), refused('claims.approverPays'))
  const id = newId()
  await pay(given, given.second, id)
  await pay(given, given.second, id)
  const stands = await standing(house, given)
  assert.deepEqual([stands.payable, stands.paid], [undefined, '-1200'])
  await assert.rejects(
    house.writeAs(given.second, (tx) => refuseClaim(tx, { claim: given.claim, reason: 'Late' })),
    refused('claims.decided'),
  )
})

test('It is not approved while clients are to be called, nor once one said that it was otherwise.', async () => {
  const given = await givenClaim(house)
  await assert.rejects(approve(given), refused('claims.calls', { left: 1 }))
  await called(given, 'no-answer')
  await assert.rejects(approve(given), refused('claims.calls', { left: 1 }))
  house.setNow(house.now().add({ minutes: 1 }).toString())
  await called(given, 'otherwise')
  await assert.rejects(approve(given), refused('claims.otherwise'))
})

test('Over the bank’s bound two approve, and a third pays.', async () => {
  const given = await givenClaim(house)
  const terms = await house.read((db) => termsOf(db, given.bank.id))
  await house.writeAs(given.coordinator, (tx) =>
    changeTerms(tx, { id: newId(), bank: given.bank.id, terms: { ...terms, twoPersonsOver: 100_000n } }),
  )
  await called(given, 'confirmed')
  await approve(given)
  await assert.rejects(pay(given), refused('claims.notApproved'))
  await approve(given, given.second)
  await assert.rejects(pay(given), refused('claims.approverPays'))
})

test('Nobody decides on their own claim: neither the code nor the database lets them.', async () => {
  const given = await givenClaim(house)
  const asCoach = { ...given.coach.scope, programmes: [given.bank.programme] }
  await assert.rejects(approve(given, asCoach), refused('claims.own'))
  await assert.rejects(
    house.writeAs(asCoach, (tx) =>
      tx.insertInto('claimApprovals').values({ claim: given.claim, by: given.coach.id, at: tx.now }).execute(),
    ),
    { constraint: 'claims_other_hand' },
  )
  const { id } = given.keeper
  await house.writeAs(given.coordinator, (tx) =>
    tx.insertInto('claimApprovals').values({ claim: given.claim, by: id, at: tx.now }).execute(),
  )
  const entry = (
    await house.read((db) =>
      db.selectFrom('entries').select('id').where('kind', '=', 'spend').where('bank', '=', given.bank.id).executeTakeFirstOrThrow(),
    )
  ).id
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) =>
      tx.insertInto('claimPayments').values({ claim: given.claim, entry, reference: 'x', by: id, at: tx.now }).execute(),
    ),
    { constraint: 'claims_other_hand' },
  )
  assert.equal((await house.read((db) => findClaim(db, given.claim)))?.paidAt, null)
})
