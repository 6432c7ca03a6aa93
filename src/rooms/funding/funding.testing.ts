import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { day, type GivenBank, givenBank, givenHolder, reserved } from '#hours/hours.testing'
import { spend } from '#hours/spend'
import { coordinating, type GivenPerson, givenKeeper } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { offerInKind } from './offer-in-kind.ts'
import { planTranche } from './plan-tranche.ts'
import { pledgeMoney } from './pledge-money.ts'
import { type Rate, readRate } from './rate.ts'
import { signCommitment } from './sign-commitment.ts'
import { takePayment } from './take-payment.ts'
import { type TakeReceipt, takeReceipt } from './take-receipt.ts'

export const { newId } = realHands
export { day }
export const dollars = (amount: number) => ({ currency: 'USD', minorDigits: 2, amount: BigInt(amount) * 100n })
export const afghani = (amount: number) => ({ currency: 'AFN', minorDigits: 2, amount: BigInt(amount) * 100n })
const looked = { isLookedOver: true }

export function rate(text: string): Rate {
  const read = readRate(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}

export type Funded = GivenBank & ReturnType<typeof deedsIn> & { second: GivenPerson & { scope: Scope } }

/** The pilot's bank, empty, with two coordinators; and short ways to do what this room does. */
export async function givenFunded(house: TestHouse): Promise<Funded> {
  const given = await givenBank(house)
  const keeper = await givenKeeper(house, given.bank.organisation)
  const second = { ...keeper, scope: coordinating(keeper, given.bank.programme) }
  return { ...given, ...deedsIn(house, given), second }
}

function deedsIn(house: TestHouse, given: GivenBank) {
  const { bank, donor, coordinator: by } = given
  return {
    pledged: async (amount = dollars(7_000)) => {
      const id = newId()
      await house.writeAs(by, (tx) =>
        pledgeMoney(tx, { id, funder: donor.id, ...amount, saidOn: day('2026-01-10'), reference: 'Letter 7', ...looked }),
      )
      return id
    },
    signed: async (amount = dollars(7_000)) => {
      const id = newId()
      await house.writeAs(by, (tx) =>
        signCommitment(tx, { id, funder: donor.id, ...amount, signedOn: day('2026-01-20'), reference: 'AFG-26/014', ...looked }),
      )
      return id
    },
    planned: async (commitment: string, amount = dollars(4_000), condition: string | null = null, dueOn = '2026-02-01') => {
      const id = newId()
      await house.writeAs(by, (tx) => planTranche(tx, { id, commitment, ...amount, dueOn: day(dueOn), condition, ...looked }))
      return id
    },
    /** USD 4,000 at 70.90, unless said otherwise. */
    received: async (facts: Partial<TakeReceipt> = {}) => {
      const id = facts.id ?? newId()
      const money = { ...dollars(4_000), rate: rate('70.90'), rateSource: 'Da Afghanistan Bank', reportRate: null }
      const asked = { ...{ id, funder: donor.id, tranche: null, valueDate: day('2026-02-03'), payer: 'Nordlys', reference: 'SWIFT 881' } }
      await house.writeAs(by, (tx) => takeReceipt(tx, { ...asked, ...money, ...looked, ...facts }))
      return id
    },
    paid: async (holder: string, amount = 600) => {
      const id = newId()
      const asked = { id, bank: bank.id, holder, ...afghani(amount), valueDate: day('2026-02-05'), payer: 'Bakery Sahar', reference: null }
      return house.writeAs(by, (tx) => takePayment(tx, { ...asked, ...looked }))
    },
    offered: async (funder: string, amount = 10_000) => {
      const id = newId()
      const said = { description: 'A room for a year', method: 'Rent of the same room next door', givenOn: day('2026-02-05') }
      await house.writeAs(by, (tx) => offerInKind(tx, { id, funder, ...afghani(amount), ...said, ...looked }))
      return id
    },
    holder: async () => (await givenHolder(house, given)).holder,
  }
}

/** The pilot's money: two tranches at their rates, the chamber's first part, the clients' steps. */
export async function givenPilot(house: TestHouse): Promise<Funded> {
  const given = await givenFunded(house)
  const commitment = await given.signed()
  await given.pledged()
  const first = await given.planned(commitment)
  const second = await given.planned(commitment, dollars(3_000), 'The report is accepted', '2026-08-01')
  await given.received({ tranche: first })
  await given.received({ tranche: second, ...dollars(3_000), rate: rate('68.20'), valueDate: day('2026-08-03') })
  const own = { funder: given.chamber.id, currency: 'AFN', rate: null, rateSource: null }
  await given.received({ ...own, amount: 10_000_000n })
  return given
}

/** So many meetings of two hours, each of a client of their own, confirmed two weeks ago. */
export async function spent(house: TestHouse, given: Funded, meetings: number): Promise<void> {
  for (let nth = 0; nth < meetings; nth += 1) {
    const holder = await given.holder()
    await given.paid(holder, 240)
    const { id } = await reserved(house, given, holder, { minutes: 120 })
    const asked = { id: newId(), reservation: id, minutes: 120, day: day('2026-11-10'), coach: given.keeper.id }
    await house.writeAs(given.coordinator, (tx) => spend(tx, asked))
  }
}
