import { businessesById } from '#businesses/reads'
import { stateOf as claimState } from '#claims/claim'
import { callsOf, claimsIn, linesOf } from '#claims/reads'
import { stateOf } from '#coaching/coaching'
import { coachingIn } from '#coaching/list-reads'
import { commitmentsOf, contributionsOf, pledgesOf, receiptsOf, returnsOf } from '#funding/reads'
import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Bank, Funder } from '#hours/bank'
import { termsOf } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import { profilesOf } from '#people/profile-reads'
import { laidDownIn } from './audit-reads.ts'
import { limits } from './links.ts'

type Cell = string | number | bigint | boolean | null | undefined | { toString(): string }
/** A sheet of the pack. A business and a person stand in it by their codes, and nothing that somebody wrote of a meeting. */
export type Sheet = { headers: readonly string[]; rows: string[][] }

function sheet(headers: string, rows: readonly (readonly Cell[])[]): Sheet {
  return { headers: headers.split(' '), rows: rows.map((row) => row.map((cell) => cell?.toString() ?? '')) }
}

/** Refuses `statements.packTooLong` rather than leave rows out. */
export async function all<Row>(rows: (limit: number) => Promise<Row[]>, rowsMax: number = limits.packRowsMax): Promise<Row[]> {
  const found = await rows(rowsMax + 1)
  return found.length > rowsMax ? refuse('statements.packTooLong', { rowsMax }) : found
}

async function codesOf(db: Db, people: readonly (string | null)[]) {
  const profiles = await profilesOf(db, [...new Set(people.filter((id) => id !== null))])
  return (id: string | null) => (id === null ? '' : (profiles.get(id)?.code ?? id))
}

/** Terms, prices, shares, corrections and closings, each with its dates and who agreed. */
export async function laidDownSheet(db: Db, bank: Bank): Promise<Sheet> {
  const rows = await all(() => laidDownIn(db, bank.id))
  const code = await codesOf(
    db,
    rows.flatMap(({ by, agreedBy }) => [by, agreedBy]),
  )
  return sheet(
    'kind from_day at by agreed agreed_at agreed_by what',
    rows.map((row) => [row.kind, row.fromDay, row.at, code(row.by), row.agreed, row.agreedAt, code(row.agreedBy), row.what]),
  )
}

/** Every meeting: booked, logged, confirmed how and when, decided, spent or ended. */
export async function meetingsSheet(db: Db, bank: Bank): Promise<Sheet> {
  const meetings = await all((rowsMax) => coachingIn(db, bank.programme, { rowsMax }))
  const businesses = await businessesById(
    db,
    meetings.map(({ business }) => business),
  )
  const code = await codesOf(
    db,
    meetings.flatMap(({ coach, confirmation }) => [coach, confirmation?.by ?? null]),
  )
  return sheet(
    'meeting business coach day planned_minutes mode state booked_at logged_minutes logged_at present says how confirmed_at confirmed_by ' +
      'confirmed_minutes decided_minutes decided_at spent_minutes spent_at entry amended_minutes ended lost_minutes',
    meetings.map((one) => {
      const { log, confirmation, decision, spend, amendment, end } = one
      return [
        ...[one.id, businesses.get(one.business)?.code, code(one.coach), one.day, one.minutes, one.mode, stateOf(one, db.now), one.at],
        ...[
          log?.minutes,
          log?.at,
          log?.present.join(' '),
          confirmation?.says,
          confirmation?.how,
          confirmation?.at,
          code(confirmation?.by ?? null),
        ],
        ...[confirmation?.minutes, decision?.minutes, decision?.at, spend?.minutes, spend?.at, spend?.entry],
        ...[amendment?.minutes, end?.kind, end?.lostMinutes],
      ]
    }),
  )
}

/** What was pledged and signed, came and went back, at which rate and of which value date; who paid is told of funders alone. */
export async function moneySheet(db: Db, bank: Bank, funders: readonly Funder[]): Promise<Sheet> {
  const gone = new Set(await moneyReversed(db, bank.id))
  const receipts = await all((limit) => receiptsOf(db, { bank: bank.id, limit }))
  const returns = await all((limit) => returnsOf(db, { bank: bank.id, limit }))
  const gifts = await all((limit) => contributionsOf(db, { bank: bank.id, limit }))
  const signed = [
    ...(await all((limit) => pledgesOf(db, { bank: bank.id, limit }))).map((one) => ({ ...one, kind: 'pledge', day: one.saidOn })),
    ...(await all((limit) => commitmentsOf(db, { bank: bank.id, limit }))).map((one) => ({
      ...one,
      kind: 'commitment',
      day: one.signedOn,
    })),
  ]
  const holders = [...receipts, ...returns].flatMap(({ holder }) => (holder === null ? [] : [holder]))
  const businesses = await businessesById(db, holders)
  const who = ({ funder, holder }: { funder: string; holder: string | null }) => [
    ...[funders.find(({ id }) => id === funder)?.name, holder === null ? '' : (businesses.get(holder)?.code ?? holder)],
  ]
  const plain = (amount: bigint) => amountText(amount, bank.minorDigits)
  return sheet(
    'kind id funder business number value_date amount currency rate rate_source ledger_amount report_amount report_currency report_rate ' +
      'payer reference taken_back',
    [
      ...signed.map((one) => [
        ...[one.kind, one.id, ...who({ ...one, holder: null }), '', one.day, amountText(one.amount, one.minorDigits), one.currency],
        ...['', '', '', '', '', '', '', one.reference, gone.has(one.id)],
      ]),
      ...receipts.map((one) => [
        ...['receipt', one.id, ...who(one), one.number, one.valueDate, amountText(one.amount, one.minorDigits), one.currency],
        ...[one.rate, one.rateSource, plain(one.ledgerAmount), amountText(one.reportAmount, one.reportDigits), one.reportCurrency],
        ...[one.reportRate, one.holder === null ? one.payer : '', one.holder === null ? one.reference : '', gone.has(one.id)],
      ]),
      ...returns.map((one) => [
        ...['return', one.id, ...who(one), '', one.returnedOn, plain(one.amount), bank.currency, '', '', plain(-one.amount)],
        ...['', '', '', '', one.holder === null ? one.reference : '', gone.has(one.id)],
      ]),
      ...gifts.map((one) => [
        ...['in-kind', one.id, ...who({ ...one, holder: null }), '', one.givenOn, plain(one.amount), bank.currency, '', one.method],
        ...['', '', '', '', '', '', one.agreed === null ? 'waiting' : !one.agreed],
      ]),
    ],
  )
}

/** Claims, and each meeting in them with what was odd and what calling back told. */
export async function claimSheets(db: Db, bank: Bank): Promise<{ claims: Sheet; lines: Sheet }> {
  const claims = await all((rowsMax) => claimsIn(db, bank.id, rowsMax))
  const code = await codesOf(
    db,
    claims.flatMap(({ coach, approvals }) => [coach, ...approvals.map(({ by }) => by)]),
  )
  const { twoPersonsOver } = await termsOf(db, bank.id)
  const plain = (amount: bigint) => amountText(amount, bank.minorDigits)
  const lines = []
  for (const { id } of claims) {
    const calls = new Map((await callsOf(db, id)).map((call) => [call.meeting, call]))
    for (const line of await linesOf(db, id)) {
      const call = calls.get(line.meeting)
      lines.push([
        ...[id, line.meeting, line.kind, line.day, line.minutes, plain(line.amount), line.flags.join(' '), line.called],
        ...[call?.outcome, call?.at],
      ])
    }
  }
  return {
    claims: sheet(
      'claim coach month minutes amount state claimed_at approved_by paid_at payment_reference',
      claims.map((one) => [
        ...[one.id, code(one.coach), one.month, one.minutes, plain(one.amount), claimState(one, twoPersonsOver), one.at],
        ...[one.approvals.map(({ by }) => code(by)).join(' '), one.paidAt, one.reference],
      ]),
    ),
    lines: sheet('claim meeting kind day minutes amount flags chosen_to_call call_outcome called_at', lines),
  }
}
