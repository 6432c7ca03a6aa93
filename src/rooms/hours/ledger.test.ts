import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import type { Leg } from './entry.ts'
import { linesOf } from './entry.ts'
import { day, fund, type GivenBank, givenBank, givenHolder } from './hours.testing.ts'
import { accountIn, asOwner, inCopy } from './ledger.testing.ts'
import { post } from './writes.ts'

const house = await testHouse()
const { newId } = realHands
let given: GivenBank
let money: string[]
let minutes: string[]

before(async () => {
  given = await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder } = await givenHolder(house, given, 10_000)
  const cash = { kind: 'cash', holder: null } as const
  money = [
    await accountIn(house, given, { ...cash, funder: given.donor.id }),
    await accountIn(house, given, { ...cash, funder: given.chamber.id }),
    await accountIn(house, given, { kind: 'from', funder: given.donor.id }),
  ]
  minutes = [await accountIn(house, given, { kind: 'pool' }), await accountIn(house, given, { kind: 'allotted', holder })]
})

const inOrder = (legs: readonly Leg[]) => linesOf(legs.toSorted((a, b) => (a.account < b.account ? -1 : 1)))

/** An entry of these very lines, put in by the owner of the tables; true where the database keeps it. */
async function ownerPuts(lines: string, kind = 'deposit'): Promise<boolean> {
  const values = [newId(), given.bank.id, kind, day('2026-03-01').toString(), Buffer.alloc(32), lines, Buffer.alloc(0)]
  return asOwner(house, (client) =>
    client
      .query(
        'insert into entries (id, bank, sequence, kind, at, day, asked, lines, hash) values ($1, $2, 0, $3, now(), $4, $5, $6, $7)',
        values,
      )
      .then(
        () => true,
        (error: { code?: string }) => {
          assert.match(String(error.code), /^2[23]/, String(error))
          return false
        },
      ),
  )
}

/** The same through the application, as the coordinator. */
async function appPuts(legs: readonly Leg[]): Promise<boolean> {
  const entry = { id: newId(), bank: given.bank.id, kind: 'deposit' as const, day: day('2026-03-01'), asked: {}, legs }
  return house
    .writeAs(given.coordinator, (tx) => post(tx, entry))
    .then(
      () => true,
      (error: { constraint?: string }) => {
        assert.equal(error.constraint, 'entries_balanced', String(error))
        return false
      },
    )
}

test('An entry is kept where it adds up to nothing in each unit, and refused where it does not: random legs, through the application and straight.', async () => {
  const amount = fc.bigInt(-3n, 3n)
  const pairs = fc.tuple(amount, amount)
  const legs = fc.tuple(pairs, amount, amount, fc.bigInt(-1n, 1n), fc.bigInt(-1n, 1n), fc.boolean())
  const tally = { kept: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(legs, async ([[a, b], c, m, offMoney, offMinutes, straight]) => {
      const amounts: [string, bigint][] = [
        [money[0] ?? '', a],
        [money[1] ?? '', b],
        [money[2] ?? '', -a - b + offMoney],
        [minutes[0] ?? '', m + c],
        [minutes[1] ?? '', -m - c + offMinutes],
      ]
      const some = amounts.map(([account, of]) => ({ account, amount: of })).filter((leg) => leg.amount !== 0n)
      const isWhole = offMoney === 0n && offMinutes === 0n && some.length > 0
      assert.equal(straight ? await ownerPuts(inOrder(some)) : await appPuts(some), isWhole, inOrder(some))
      tally[isWhole ? 'kept' : 'refused'] += 1
    }),
    { numRuns: 200 },
  )
  assert.ok(tally.kept > 10 && tally.refused > 10, JSON.stringify(tally))
})

test('Lines that are no whole numbers, out of order, double, of nothing, too large or of another bank are refused, whoever puts them.', async () => {
  const [[a = '', b = '', c = ''], other] = [money.toSorted(), await givenBank(house)]
  const strange = await accountIn(house, other, { kind: 'pool' })
  const lines = [
    ...[
      '',
      `${a} 1`,
      `${b} 1\n${a} -1`,
      `${a} 1\n${a} -1`,
      `${a} 0\n${b} 0`,
      `${a} 1.5\n${b} -1.5`,
      `${a} +1\n${b} -1`,
      `${a}  1\n${b} -1`,
    ],
    ...[`${a} 1\n${b} -1\n`, `${a} 9223372036854775807\n${b} -9223372036854775807`, `${a} 9223372036854775808\n${b} -9223372036854775808`],
    ...[`${a} 1 x\n${b} -1`, `${a.toUpperCase()} 1\n${b} -1`, `${a} 1\n${b} -1\n${c} 1\n${newId()} -1`],
    [`${minutes[0]} -1`, `${strange} 1`].toSorted().join('\n'),
  ]
  for (const one of lines) assert.equal(await ownerPuts(one), false, one)
  assert.equal(await ownerPuts(`${a} 1\n${b} -1`), true)
  assert.equal(await ownerPuts(`${a} 1\n${b} -1`, 'close'), false, 'a closing moves nothing')
})

/** An account of a kind that nobody has opened yet. */
async function opened(kind: string, facts: { funder?: string; holder?: string }): Promise<string> {
  const values = [newId(), given.bank.id, kind, facts.funder ?? null, facts.holder ?? null]
  await asOwner(house, (client) =>
    client.query("insert into accounts (id, bank, kind, unit, funder, holder) values ($1, $2, $3, 'AFN', $4, $5)", values),
  )
  return values[0] ?? ''
}

test('No account falls below its floor or rises above its ceiling, nor does a client owe too much, by whatever kind of entry.', async () => {
  const [cash = '', , from = ''] = money
  const holder = newId()
  const [payable, paid] = [await opened('payable', { holder }), await opened('paid', { holder })]
  const [due, paidBy] = [await opened('cash', { funder: given.client.id, holder }), await opened('from', { funder: given.client.id })]
  const moved = (to: string, off: string, amount: bigint) =>
    inOrder([
      { account: to, amount },
      { account: off, amount: -amount },
    ])
  for (const kind of ['return', 'deposit', 'pay']) {
    assert.equal(await ownerPuts(moved(from, cash, 10n ** 9n), kind), false, `${kind} below the floor`)
    assert.equal(await ownerPuts(moved(payable, paid, 1n), kind), false, `${kind} above the ceiling`)
    assert.equal(await ownerPuts(moved(paidBy, due, 24_001n), kind), false, `${kind} more than is due`)
  }
  assert.equal(await ownerPuts(moved(paidBy, due, 24_000n)), true)
  await inCopy(house, async (client) => {
    await assert.rejects(client.query('update accounts set balance = -1 where id = $1', [cash]), { constraint: 'accounts_floor' })
  })
})
