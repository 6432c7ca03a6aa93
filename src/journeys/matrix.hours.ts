import type { Tx } from '#ground/db'
import { only } from '#ground/db'
import { proposeAdjustment } from '#hours/adjust'
import { proposeShares } from '#hours/change-shares'
import { deposit } from '#hours/deposit'
import { latestEntries } from '#hours/journal-reads'
import { openBank } from '#hours/open-bank'
import { fundersOf } from '#hours/reads'
import { usualTerms } from '#hours/terms'
import { coordinating } from '#testing/given'
import { keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const parts = ['', '/tariff', '/shares', '/terms', '/adjustments', '/closings', '/journal']
const day = Temporal.PlainDate.from('2026-11-01')
const terms = Object.fromEntries(
  Object.entries({
    noticeHours: 24,
    noticeHoursEscorted: 12,
    latePercent: 50,
    standbyPercent: 25,
    longerMinutesMax: 15,
    bridgePercentMax: 25,
    bridgeDaysMax: 60,
    hoursAYearMax: 20,
  })
    .concat(Object.entries({ hoursAWeekMax: 3, clientsMax: 6, coachHoursAWeekMax: 25, coachPercentMax: 20, callBackPercent: 10 }))
    .concat(Object.entries({ expiryMonths: 12, confirmDays: 14 }))
    .map(([name, value]) => [name, String(value)]),
)

/** A bank is its coordinators'; its rules are also for who may draw on it. */
export const hoursMatrix: RoomMatrix = {
  answers: {
    'GET /programmes/:programme/bank': keepers,
    'POST /programmes/:programme/bank': keepers,
    ...Object.fromEntries(parts.map((part) => [`GET /banks/:bank${part}`, keepers])),
    'GET /banks/:bank/rules': keepers,
    ...Object.fromEntries(['tariff', 'shares', 'terms', 'adjustments', 'closings'].map((part) => [`POST /banks/:bank/${part}`, keepers])),
    'POST /share-sets/:shareSet/decision': keepers,
    'POST /adjustments/:adjustment/decision': keepers,
    'GET /entries/:entry': keepers,
    'POST /entries/:entry/reversal': keepers,
  },
  given: async (house, { ids: { programme }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme ?? ''), (tx) => givenBank(tx, programme ?? '')),
  forms: ({ donor, chamber }, _kind, newId) => ({
    '/programmes/:programme/bank': {
      ...{ id: newId(), name: 'Second', currency: 'AFN', perHour: '1200', fromDay: '2026-11-01', hours: '540', step: '15', least: '15' },
      ...{ dryRule: 'stop', funder1: 'Nordlys', share1: '90', clientShare: '10' },
    },
    '/banks/:bank/tariff': { id: newId(), perHour: '1250', fromDay: '2026-12-01' },
    '/banks/:bank/shares': { id: newId(), fromDay: '2026-12-01', [`share0.${donor}`]: '50', [`share0.${chamber}`]: '50' },
    '/banks/:bank/terms': { id: newId(), ...terms, dueMax: '240', twoPersonsOver: '20000', dryRule: 'stop' },
    '/banks/:bank/adjustments': { id: newId(), from: donor ?? '', to: chamber ?? '', amount: '1', reason: 'Booked to the wrong one' },
    '/banks/:bank/closings': { id: newId(), through: '2026-10-01' },
    '/share-sets/:shareSet/decision': { agrees: 'yes' },
    '/adjustments/:adjustment/decision': { id: newId(), agrees: 'yes' },
    '/entries/:entry/reversal': { id: newId(), reason: 'Wrong bank slip' },
  }),
}

async function givenBank(tx: Tx, programme: string): Promise<Record<string, string>> {
  const bank = tx.newId()
  await openBank(tx, {
    ...{ id: bank, programme, name: 'Quokka bank', currency: 'AFN', minorDigits: 2, quantum: 100n, stepMinutes: 15, minutesMin: 15 },
    ...{ perHour: 120_000n, fromDay: day, tiers: [], minutes: 32_400, terms: usualTerms(100n) },
    funders: [
      { name: 'Quokka donor', kind: 'cash', reportCurrency: 'AFN', basisPoints: 7000, coversPoints: 0 },
      { name: 'Quokka chamber', kind: 'cash', reportCurrency: 'AFN', basisPoints: 3000, coversPoints: 0 },
    ],
  })
  const [donor, chamber] = (await fundersOf(tx, bank)).map(({ id }) => id) as [string, string]
  await deposit(tx, { id: tx.newId(), bank, funder: donor, amount: 900_000n, day, reference: 'Quokka slip' })
  const entry = only(await latestEntries(tx, bank, { page: 1, limit: 1 })).id
  const [adjustment, shareSet] = [tx.newId(), tx.newId()]
  await proposeAdjustment(tx, { id: adjustment, bank, from: donor, to: chamber, amount: 100n, reason: 'Quokka reason' })
  const shares = [
    { funder: donor, basisPoints: 5000 },
    { funder: chamber, basisPoints: 5000 },
  ]
  await proposeShares(tx, { id: shareSet, bank, fromDay: day.add({ days: 60 }), bands: [{ fromMinutes: 0, shares }] })
  return { bank, donor, chamber, entry, adjustment, shareSet }
}
