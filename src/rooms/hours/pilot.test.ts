import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { Refusal } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { allot } from './allot.ts'
import { deposit } from './deposit.ts'
import { deliveredIn, funderFigures } from './figures.ts'
import { afghani, day, givenBank } from './hours.testing.ts'
import { accountsOf } from './reads.ts'
import { release } from './release.ts'
import { reserve } from './reserve.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

type Session = {
  code: string
  business: string
  coach: string
  date: string
  plannedMinutes: number
  billableMinutes: number
  status: string
}
type Pilot = {
  businesses: { code: string }[]
  bank: {
    receipts: { source: string; date: string; amount: string; currency: string; ledgerAfn: number }[]
    allotmentMinutesPerBusiness: number
  }
  sessions: Session[]
  totals: {
    hours: number
    costAfn: number
    donorAfn: number
    chamberAfn: number
    clientAfn: number
    lowestAvailable: Record<'donor' | 'chamber', [number, string]>
    whatIfDonorTranche2NeverArrives: { sessionsAwaitingFunds: number; first: string; firstDate: string; donorLeftAfn: number }
  }
}

const file = join(process.cwd(), '../shared/data/afghan-coach-pilot/programme.json')
const skip = existsSync(file) ? false : 'the pilot’s file is not on this machine'
const pilot = skip ? null : (JSON.parse(readFileSync(file, 'utf8')) as Pilot)
const { newId } = realHands

/** Replays the pilot day by day through the verbs; a booking that the bank refuses is told, and left. */
async function replay(isReceived: (nth: number) => boolean) {
  const { businesses, bank: of, sessions } = pilot ?? assert.fail()
  const house = await testHouse()
  const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null } })
  const as = <T>(work: Parameters<typeof house.writeAs<T>>[1]) => house.writeAs(given.coordinator, work)
  const ids = new Map<string, string>()
  const idOf = (code: string) => ids.get(code) ?? ids.set(code, newId()).get(code) ?? ''
  const bank = given.bank.id
  for (const { code } of businesses) {
    await as((tx) => allot(tx, { id: newId(), bank, holder: idOf(code), minutes: of.allotmentMinutesPerBusiness, day: day('2026-06-01') }))
  }
  const funderOf = (source: string) => (source === 'ORG-DON' ? given.donor.id : given.chamber.id)
  const receipts = of.receipts.filter((_receipt, nth) => isReceived(nth))
  const lowest = new Map<string, { amount: bigint; on: string }>()
  const refused: { code: string; on: string; who: unknown; isHeld: boolean }[] = []
  let next = 0
  const takeUpTo = async (on: string) => {
    for (; next < receipts.length && (receipts[next]?.date ?? '') <= on; next += 1) {
      const { source, date, ledgerAfn } = receipts[next] ?? assert.fail()
      await as((tx) =>
        deposit(tx, { id: newId(), bank, funder: funderOf(source), amount: afghani(ledgerAfn), day: day(date), reference: 'T' }),
      )
    }
  }
  for (const { code, business, coach, date, plannedMinutes, billableMinutes, status } of sessions) {
    await takeUpTo(date)
    const [reservation, on] = [newId(), day(date)]
    const asked = {
      id: reservation,
      bank,
      holder: idOf(business),
      minutes: plannedMinutes,
      day: on,
      on,
      cause: `coaching:${code}`,
      reference: code,
    }
    const error = await as((tx) => reserve(tx, asked)).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error instanceof Refusal) refused.push({ code, on: date, who: error.facts.who, isHeld: status === 'completed' })
    else if (error) throw error
    else if (status === 'completed')
      await as((tx) => spend(tx, { id: newId(), reservation, minutes: billableMinutes, day: on, coach: idOf(coach) }))
    else await as((tx) => release(tx, { id: newId(), reservation, day: on, reason: status }))
    const accounts = await house.read((db) => accountsOf(db, bank))
    for (const { kind, funder, balance } of accounts) {
      if (kind !== 'cash' || funder === null) continue
      if (balance < (lowest.get(funder)?.amount ?? 2n ** 62n)) lowest.set(funder, { amount: balance, on: date })
    }
  }
  return { house, given, lowest, refused }
}

test('The pilot, meeting by meeting: 353 booked, 314 held, 379.75 hours, each funder its share to the afghani.', { skip }, async () => {
  const { totals } = pilot ?? assert.fail()
  const { house, given, lowest, refused } = await replay(() => true)
  assert.deepEqual(refused, [])
  const year = { from: day('2026-01-01'), to: day('2027-12-31') }
  const [delivered, figures] = await house.read(
    async (db) => [await deliveredIn(db, given.bank.id, year), await funderFigures(db, given.bank.id, year)] as const,
  )
  assert.deepEqual([Number(delivered.minutes) / 60, delivered.meetings, delivered.holders], [totals.hours, 314n, 27n])
  const spent = figures.slice(0, 3).map((one) => Number(one.spent / 100n))
  assert.deepEqual(spent, [totals.donorAfn, totals.chamberAfn, totals.clientAfn])
  assert.equal(
    spent.reduce((a, b) => a + b),
    totals.costAfn,
  )
  const { donor, chamber } = totals.lowestAvailable
  assert.deepEqual(lowest.get(given.donor.id), { amount: afghani(donor[0]), on: donor[1] })
  assert.deepEqual(lowest.get(given.chamber.id), { amount: afghani(chamber[0]), on: chamber[1] })

  const broken = await onServer(async (client) => {
    const said: string[] = []
    for (const { says, breaks } of ledgerInvariants) if ((await client.query(breaks)).rows.length > 0) said.push(says)
    return said
  }, house.databaseName)
  assert.deepEqual(broken, [], 'every rule of the ledger holds after it')
})

test('Without the donor’s second tranche, the first meeting waits on 19 December, and 33 in all; not one is half paid.', {
  skip,
}, async () => {
  const { whatIfDonorTranche2NeverArrives: expected } = pilot?.totals ?? assert.fail()
  const { house, given, refused: all } = await replay((nth) => nth < 3)
  // Two more wait that were called off later: they would have kept their place, and nothing was lost by it.
  const refused = all.filter(({ isHeld }) => isHeld)
  assert.deepEqual([refused.length, refused[0]?.code, refused[0]?.on], [expected.sessionsAwaitingFunds, expected.first, expected.firstDate])
  assert.deepEqual([...new Set(refused.map(({ who }) => who))], [given.donor.name])
  const accounts = await house.read((db) => accountsOf(db, given.bank.id))
  const left = accounts.find(({ kind, funder }) => kind === 'cash' && funder === given.donor.id)
  assert.equal(left?.balance, afghani(expected.donorLeftAfn))
})
