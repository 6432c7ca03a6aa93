import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { realHands } from '#ground/chance'
import type { Tx } from '#ground/db'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { Refusal } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { deposit } from './deposit.ts'
import { afghani, day, type GivenBank, givenBank, givenHolder, standing } from './hours.testing.ts'
import { asOwner } from './ledger.testing.ts'
import { payCoach, returnMoney } from './pay-coach.ts'
import { expire, release } from './release.ts'
import { reserve } from './reserve.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()
const on = { day: day('2026-11-20') }
const dueMax = 240

/** The bank in memory: whole afghani and minutes. At 1,200 an hour and quarters of one, 70/20/10 are always exact. */
type Booking = { id: string; minutes: number; end: string | null; spent: number; isUndone: boolean }
class Model {
  donor = 0
  chamber = 0
  client = 0
  allotted = 1_200
  payable = 0
  bookings: Booking[] = []

  take(minutes: number, sign: 1 | -1): void {
    const cost = minutes * 20 * sign
    this.donor -= (cost * 7) / 10
    this.chamber -= cost / 5
    this.client -= cost / 10
    this.allotted -= minutes * sign
  }
  /** The first reason for which a booking is refused; null where it is not. */
  bookingRefused(minutes: number): string | null {
    if (minutes > this.allotted) return 'hours.minutesShort'
    const isShort = this.donor < minutes * 14 || this.chamber < minutes * 4 || this.client + dueMax < minutes * 2
    return isShort ? 'hours.short' : null
  }
  get held(): number {
    return this.bookings.reduce((sum, { minutes, end, isUndone }) => (end || isUndone ? sum : sum + minutes), 0)
  }
  get used(): number {
    return this.bookings.reduce((sum, { spent }) => sum + spent, 0)
  }
  /** Everything that the bank stands at, but for what is nothing. */
  standing(): Record<string, string> {
    const parts = [
      ['nordlys', 14],
      ['chamber', 4],
      ['client', 2],
    ] as const
    const all = {
      ...{ 'cash nordlys': this.donor, 'cash chamber': this.chamber, 'cash client': this.client, payable: -this.payable },
      ...{ allotted: this.allotted, held: this.held, used: this.used, delivered: this.used * 20 },
      ...Object.fromEntries(parts.map(([who, part]) => [`reserved ${who}`, this.held * part])),
      ...Object.fromEntries(parts.map(([who, part]) => [`spent ${who}`, this.used * part])),
    }
    return Object.fromEntries(
      Object.entries(all)
        .filter(([, at]) => at !== 0)
        .map(([key, at]) => [key, String(at)]),
    )
  }
}

type Real = { given: GivenBank; holder: string }
const untold = ['from nordlys', 'from chamber', 'pool', 'planned', 'paid']

async function tell({ given }: Real, deed: (tx: Tx) => Promise<unknown>, reason: string | null): Promise<void> {
  const ended = await house.writeAs(given.coordinator, deed).then(
    () => null,
    (error) => {
      assert.ok(error instanceof Refusal, String(error))
      return error.reason
    },
  )
  assert.equal(ended, reason)
}

type Command = fc.AsyncCommand<Model, Real>
/** One thing that is done to both; then both must stand at the same. */
function command(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  const both = async (model: Model, real: Real) => {
    await run(model, real)
    const told = Object.entries(await standing(house, real.given)).filter(([key]) => !untold.includes(key))
    assert.deepEqual(Object.fromEntries(told), model.standing())
  }
  return { check: () => true, run: both, toString: () => name }
}

const pick = (model: Model, at: number) => model.bookings[at % Math.max(1, model.bookings.length)]

const deposits = (donor: number, chamber: number) =>
  command(`deposit ${donor} ${chamber}`, async (model, real) => {
    const { bank, donor: one, chamber: other } = real.given
    for (const [funder, amount] of [
      [one.id, donor],
      [other.id, chamber],
    ] as const) {
      await tell(real, (tx) => deposit(tx, { ...on, id: newId(), bank: bank.id, funder, amount: afghani(amount), reference: '' }), null)
    }
    model.donor += donor
    model.chamber += chamber
  })
const returns = (amount: number) =>
  command(`return ${amount}`, async (model, real) => {
    const asked = { ...on, id: newId(), bank: real.given.bank.id, funder: real.given.donor.id, amount: afghani(amount), reference: '' }
    const isShort = amount > model.donor
    await tell(real, (tx) => returnMoney(tx, asked), isShort ? 'hours.short' : null)
    if (!isShort) model.donor -= amount
  })
const books = (minutes: number) =>
  command(`book ${minutes}`, async (model, real) => {
    const id = newId()
    const reason = model.bookingRefused(minutes)
    await tell(real, (tx) => reserve(tx, { ...on, id, bank: real.given.bank.id, holder: real.holder, minutes, cause: `c:${id}` }), reason)
    if (reason !== null) return
    model.take(minutes, 1)
    model.bookings.push({ id, minutes, end: null, spent: 0, isUndone: false })
  })
const spends = (at: number, asked: number) =>
  command(`spend ${at} ${asked}`, async (model, real) => {
    const booking = pick(model, at)
    if (!booking) return
    const id = newId()
    const isOpen = !booking.end && !booking.isUndone
    const reason = !isOpen ? 'hours.resolved' : asked > booking.minutes ? 'hours.moreThanReserved' : null
    await tell(real, (tx) => spend(tx, { ...on, id, reservation: booking.id, minutes: asked, coach }), reason)
    if (reason !== null) return
    model.take(booking.minutes - asked, -1)
    model.payable += asked * 20
    Object.assign(booking, { end: id, spent: asked })
  })
const letsGo = (at: number, isLate: boolean) =>
  command(`release ${at} ${isLate}`, async (model, real) => {
    const booking = pick(model, at)
    if (!booking) return
    const asked = { ...on, id: newId(), reservation: booking.id, reason: '' }
    const isOpen = !booking.end && !booking.isUndone
    await tell(real, (tx) => (isLate ? expire(tx, asked) : release(tx, asked)), isOpen ? null : 'hours.resolved')
    if (!isOpen) return
    model.take(booking.minutes, -1)
    booking.end = asked.id
  })
const undoes = (at: number) =>
  command(`reverse ${at}`, async (model, real) => {
    const booking = pick(model, at)
    if (!booking) return
    const { end, minutes, spent } = booking
    const given = end ? minutes - spent : 0
    const isShort = model.donor < given * 14 || model.chamber < given * 4 || model.allotted < given
    const reason = booking.isUndone ? 'hours.reversed' : model.payable < spent * 20 ? 'hours.coachPaid' : isShort ? 'hours.short' : null
    await tell(real, (tx) => reverse(tx, { ...on, id: newId(), entry: end ?? booking.id, reason: '' }), reason)
    if (reason !== null) return
    model.payable -= spent * 20
    model.take(end ? given : minutes, end ? 1 : -1)
    if (end) Object.assign(booking, { end: null, spent: 0 })
    else booking.isUndone = true
  })
const pays = (amount: number) =>
  command(`pay ${amount}`, async (model, real) => {
    const isMore = amount > model.payable
    const asked = { ...on, id: newId(), bank: real.given.bank.id, coach, amount: afghani(amount), reference: '' }
    await tell(real, (tx) => payCoach(tx, asked), isMore ? 'hours.notOwed' : null)
    if (!isMore) model.payable -= amount
  })

test('Whatever is booked, spent, given back, expired, undone and paid, in any order, the bank stands at what a simple model says.', async () => {
  const [at, minutes] = [fc.nat(9), fc.constantFrom(15, 30, 45, 60, 90, 150)]
  const many = [
    fc.tuple(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 1_500 })).map(([donor, chamber]) => deposits(donor, chamber)),
    fc.integer({ min: 1, max: 2_000 }).map(returns),
    ...Array.from({ length: 3 }, () => minutes.map(books)),
    ...Array.from({ length: 2 }, () => fc.tuple(at, minutes).map(([of, asked]) => spends(of, asked))),
    fc.tuple(at, fc.boolean()).map(([of, isLate]) => letsGo(of, isLate)),
    ...Array.from({ length: 2 }, () => at.map(undoes)),
    fc.constantFrom(300, 600, 1_200, 5_000).map(pays),
  ]
  await fc.assert(
    fc.asyncProperty(fc.commands(many, { maxCommands: 60, size: 'max' }), async (commands) => {
      const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: afghani(dueMax) } })
      const { holder } = await givenHolder(house, given)
      await fc.asyncModelRun(() => ({ model: new Model(), real: { given, holder } }), commands)
    }),
    { numRuns: 12 },
  )
  await asOwner(house, async (client) => {
    for (const { says, breaks } of ledgerInvariants) assert.deepEqual((await client.query(breaks)).rows, [], says)
  })
})
