import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { Refusal } from '#ground/refusal'
import { givenProgramme } from '#programmes/programmes.testing'
import { type GivenPerson, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { allot } from './allot.ts'
import type { Bank, Funder } from './bank.ts'
import { deposit } from './deposit.ts'
import { type OpenBank, openBank } from './open-bank.ts'
import { accountsOf, findBank, fundersOf } from './reads.ts'
import { type Reserve, reserve } from './reserve.ts'
import { usualTerms } from './terms.ts'

const { newId } = realHands
export const afghani = (amount: number) => BigInt(amount) * 100n
export const day = (text: string) => Temporal.PlainDate.from(text)

export type GivenBank = {
  bank: Bank
  keeper: GivenPerson
  /** The keeper, as a request sees them once they coordinate the programme. */
  coordinator: Scope
  donor: Funder
  chamber: Funder
  client: Funder
  budget: Funder
}

/** The pilot's bank: AFN 1,200 an hour, 70/20/10, steps of 15 minutes; a budget line beside. */
export async function givenBank(house: TestHouse, facts: Partial<OpenBank> = {}): Promise<GivenBank> {
  const { keeper, coordinator, id: programme } = await givenProgramme(house)
  const id = newId()
  const asked: OpenBank = {
    ...{ id, programme, name: 'HB-01', currency: 'AFN', minorDigits: 2, quantum: 100n, stepMinutes: 15, minutesMin: 15 },
    ...{ perHour: afghani(1200), fromDay: day('2026-01-01'), minutes: 32_400, tiers: [], terms: usualTerms(100n) },
    funders: [
      { name: 'Nordlys', kind: 'cash', reportCurrency: 'USD', basisPoints: 7000, coversPoints: 0 },
      { name: 'Chamber', kind: 'cash', reportCurrency: 'AFN', basisPoints: 2000, coversPoints: 0 },
      { name: 'Client', kind: 'client', reportCurrency: 'AFN', basisPoints: 1000, coversPoints: 0 },
      { name: 'Programme', kind: 'budget', reportCurrency: 'AFN', basisPoints: 0, coversPoints: 0 },
    ],
    ...facts,
  }
  await house.writeAs(coordinator, (tx) => openBank(tx, asked))
  return house.read(async (db) => {
    const [donor, chamber, client, budget] = (await fundersOf(db, id)) as [Funder, Funder, Funder, Funder]
    const bank = await findBank(db, id)
    if (!bank) throw new Error('the bank was not opened')
    return { bank, keeper, coordinator, donor, chamber, client, budget }
  })
}

/** Puts money into the cash of funders, in whole afghani. */
export async function fund(
  house: TestHouse,
  given: GivenBank,
  amounts: Partial<Record<'donor' | 'chamber' | 'budget', number>>,
): Promise<void> {
  for (const who of ['donor', 'chamber', 'budget'] as const) {
    const amount = afghani(amounts[who] ?? 0)
    if (amount === 0n) continue
    await house.writeAs(given.coordinator, (tx) =>
      deposit(tx, { id: newId(), bank: given.bank.id, funder: given[who].id, amount, day: day('2026-02-01'), reference: who }),
    )
  }
}

/** A client of 20 hours, with somebody who may draw for them. */
export async function givenHolder(house: TestHouse, given: GivenBank, minutes = 1200): Promise<{ holder: string; drawer: GivenPerson }> {
  const [holder, drawer] = [newId(), await givenPerson(house, given.bank.organisation)]
  await house.writeAs(given.coordinator, (tx) =>
    allot(tx, { id: newId(), bank: given.bank.id, holder, minutes, day: day('2026-02-01'), people: [drawer.id] }),
  )
  return { holder, drawer }
}

/** Reserves for a holder, as whom is said; the coordinator unless somebody else. */
export async function reserved(house: TestHouse, given: GivenBank, holder: string, facts: Partial<Reserve> & { as?: Scope } = {}) {
  const { as = given.coordinator, ...rest } = facts
  const asked: Reserve = {
    id: newId(),
    bank: given.bank.id,
    holder,
    minutes: 60,
    day: day('2026-06-20'),
    cause: `coaching:${newId()}`,
    ...rest,
  }
  return house.writeAs(as, (tx) => reserve(tx, asked))
}

/** What each funder's and everybody's accounts stand at, in whole afghani or minutes, by kind and funder. */
export async function standing(house: TestHouse, { bank, donor, chamber, client, budget }: GivenBank): Promise<Record<string, string>> {
  const names = new Map([donor, chamber, client, budget].map(({ id, name }) => [id, name.toLowerCase()]))
  const accounts = await house.read((db) => accountsOf(db, bank.id, { every: true }))
  const sums = new Map<string, bigint>()
  for (const { kind, funder, unit, balance } of accounts) {
    const key = funder === null ? kind : `${kind} ${names.get(funder)}`
    sums.set(key, (sums.get(key) ?? 0n) + (unit === 'minutes' ? balance : balance / 100n))
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([key, sum]) => [key, String(sum)]))
}

/** For `assert.rejects`: refused by this name and, where they are given, with these facts. */
export const refused =
  (reason: string, facts: object = {}) =>
  (error: unknown) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.deepEqual([error.reason, { ...error.facts, ...facts }], [reason, error.facts])
    return true
  }
