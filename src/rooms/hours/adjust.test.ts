import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { decideAdjustment, proposeAdjustment } from './adjust.ts'
import { afghani, day, fund, givenBank, refused, standing } from './hours.testing.ts'
import { asOwner, doneOf, inCopy } from './ledger.testing.ts'
import { entriesOf } from './reads.ts'
import { post } from './writes.ts'

const house = await testHouse()
const { newId } = realHands

async function givenProposal() {
  const given = await givenBank(house)
  await fund(house, given, { donor: 1_000 })
  const { bank, donor, chamber } = given
  const proposal = newId()
  const moved = { from: donor.id, to: chamber.id, amount: afghani(100), reason: 'paid to the wrong one' }
  await house.writeAs(given.coordinator, (tx) => proposeAdjustment(tx, { ...moved, id: proposal, bank: bank.id }))
  const keepers = [await givenKeeper(house, bank.organisation), await givenKeeper(house, bank.organisation)]
  const others = keepers.map((keeper) => coordinating(keeper, bank.programme))
  const decide = (scope: Scope, agrees: boolean, id = newId()) =>
    house.writeAs(scope, (tx) => decideAdjustment(tx, { id, adjustment: proposal, agrees }))
  return { given, others, proposal, decide }
}

test('A correction counts once a second person agrees, not before, and not twice.', async () => {
  const { given, others, decide } = await givenProposal()
  const [second, third] = others as [Scope, Scope]
  await assert.rejects(decide(given.coordinator, true), refused('hours.secondPerson'))
  assert.equal((await standing(house, given))['cash chamber'], undefined)
  await decide(second, true)
  await decide(third, true)
  assert.equal((await standing(house, given))['cash chamber'], '100')
  await assert.rejects(decide(third, false), refused('hours.decided'))
})

test('Two who agree at the same moment make one correction.', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { given, others, decide } = await givenProposal()
    await Promise.all([...others, ...others].map((scope) => decide(scope, true)))
    assert.equal((await standing(house, given))['cash chamber'], '100')
  }
})

test('Of one who agrees and one who does not at the same moment, the first is heeded and the other is told.', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { given, others, decide } = await givenProposal()
    const [second, third] = others as [Scope, Scope]
    assert.equal(await doneOf([decide(second, true), decide(third, false)], 'hours.decided'), 1)
    const entries = await house.read((db) => entriesOf(db, given.bank.id, { limit: 100 }))
    assert.equal((await standing(house, given))['cash chamber'], entries.some(({ kind }) => kind === 'adjust') ? '100' : undefined)
  }
})

test('The database takes no correction by one person, with other lines, refused, or a second time.', async () => {
  const { given, others, proposal, decide } = await givenProposal()
  const [second, third] = others as [Scope, Scope]
  const { lines } = await asOwner(
    house,
    async (client) => (await client.query('select lines from adjustments where id = $1', [proposal])).rows[0],
  )
  const legs = (lines as string).split('\n').map((line) => ({ account: line.slice(0, 36), amount: BigInt(line.slice(37)) }))
  const put = (scope: Scope, amounts = legs) => {
    const entry = { id: newId(), bank: given.bank.id, kind: 'adjust' as const, day: day('2026-11-20'), cause: `adjustment:${proposal}` }
    return house.writeAs(scope, (tx) => post(tx, { ...entry, asked: {}, legs: amounts }))
  }
  const wrong = { constraint: 'second_person' }
  await assert.rejects(put(given.coordinator), wrong)
  await assert.rejects(
    put(
      second,
      legs.map(({ account, amount }) => ({ account, amount: amount * 2n })),
    ),
    wrong,
  )
  await decide(second, true)
  await assert.rejects(put(third), { code: '23505' })

  const other = await givenProposal()
  await other.decide(other.others[0] as Scope, false)
  await inCopy(house, async (client) => {
    await client.query('set local session_replication_role = origin')
    const refusedOne =
      "insert into entries select gen_random_uuid(), bank, 0, 'adjust', now(), '2026-11-20', $2, 'adjustment:' || id, null, '', '', '', null, null, sha256(''), lines, '' from adjustments where id = $1"
    await assert.rejects(client.query(refusedOne, [other.proposal, newId()]), wrong)
  })
})

test('Nobody corrects more than there is, nothing at all, or what clients paid.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 100 })
  const { bank, donor, chamber, client } = given
  const propose = (facts: object) =>
    house.writeAs(given.coordinator, (tx) =>
      proposeAdjustment(tx, { id: newId(), bank: bank.id, from: donor.id, to: chamber.id, amount: 1n, reason: 'r', ...facts }),
    )
  await assert.rejects(propose({ amount: afghani(101) }), refused('hours.adjustShort'))
  for (const facts of [{ amount: 0n }, { amount: -1n }, { to: donor.id }, { from: null, to: null }])
    await assert.rejects(propose(facts), refused('hours.nothing'))
  await assert.rejects(propose({ to: client.id }), refused('hours.adjustClient'))
  await assert.rejects(propose({ to: newId() }), { name: 'Missing' })
})
