import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { drawsFrom } from '#testing/draws'
import { testHouse } from '#testing/house'
import { day, fund, givenBank, givenHolder } from './hours.testing.ts'
import { accountIn, asOwner, moved } from './ledger.testing.ts'
import { entriesOf } from './reads.ts'

const house = await testHouse()
const transfers = 2_000
const writers = 8
const seed = 20261123

test('Through 2,000 random transfers every sum is nothing and every balance its legs, as seen by another connection all the while.', async () => {
  const draw = drawsFrom(seed)
  const given = await givenBank(house)
  await fund(house, given, { donor: 100_000, chamber: 100_000, budget: 100_000 })
  const holders = [await givenHolder(house, given, 9_000), await givenHolder(house, given, 9_000)]
  const cash = [given.donor, given.chamber, given.budget].map(({ id }) => accountIn(house, given, { kind: 'cash', funder: id }))
  const minutes = holders.map(({ holder }) => accountIn(house, given, { kind: 'allotted', holder }))
  const units = [await Promise.all(cash), await Promise.all([...minutes, accountIn(house, given, { kind: 'pool' })])] as const

  const transfer = async () => {
    const accounts = units[draw() % 2] ?? units[0]
    const [from, to] = [draw() % 3, 1 + (draw() % 2)]
    const amount = BigInt(1 + (draw() % 50))
    const move = { bank: given.bank.id, from: accounts[from] ?? '', to: accounts[(from + to) % 3] ?? '', amount, day: day('2026-11-20') }
    await house.writeAs(given.coordinator, (tx) => moved(tx, move))
  }
  let left = transfers
  const write = async () => {
    for (; left > 0; ) {
      left -= 1
      await transfer()
    }
  }
  const looked = asOwner(house, async (client) => {
    let looks = 0
    for (; left > 0; looks += 1) {
      for (const { says, breaks } of ledgerInvariants) assert.deepEqual((await client.query(breaks)).rows, [], says)
    }
    return looks
  })
  await Promise.all([...Array.from({ length: writers }, write), looked])
  assert.ok((await looked) > 2, 'the other connection has looked while it went on')

  const entries = await house.read((db) => entriesOf(db, given.bank.id, { limit: 10_000 }))
  assert.ok(entries.length >= transfers)
  const at = entries[draw() % entries.length]?.sequence ?? 0n
  await mustHaveStoodAt(at)
  await mustHaveStoodAt(BigInt(entries.length))

  /** What each account stood at after an entry, read from its last leg until then, is what the entries until then add up to. */
  async function mustHaveStoodAt(sequence: bigint): Promise<void> {
    const added: Record<string, string> = {}
    for (const entry of entries.filter((one) => one.sequence <= sequence)) {
      for (const { account, amount } of entry.legs) added[account] = String(BigInt(added[account] ?? 0) + amount)
    }
    const { rows } = await asOwner(house, (client) =>
      client.query<{ account: string; stood: string }>(
        `select distinct on (l.account) l.account, l.balance_after as stood from legs l join accounts a on a.id = l.account
          where a.bank = $1 and l.sequence <= $2 order by l.account, l.sequence desc`,
        [given.bank.id, sequence],
      ),
    )
    assert.deepEqual(Object.fromEntries(rows.map(({ account, stood }) => [account, stood])), added, `at ${sequence}`)
  }
})
