import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Days } from '#hours/figures'

/** Confirmed hours that a funder paid a part of, in how many meetings, with how many businesses; of the bank where `funder` is null. */
export type Delivered = { funder: string | null; minutes: bigint; meetings: bigint; businesses: bigint }

/**
 * As money is counted: a reversal takes off what it reverses on its own day, so that a statement of a quarter that is over stays as it is.
 * A meeting's hours are each funder's whole, since each of them pays a part of every hour.
 */
export async function deliveredTo(db: Db, bank: string, { from, to }: Days): Promise<Delivered[]> {
  const { rows } = await sql<Delivered>`
    select * from scope.bank_delivered(${bank}, ${from.toString()}::date, ${to.toString()}::date)`.execute(db)
  return rows
}

/** The first day that anything was entered of; null in a new bank. */
export async function beganOn(db: Db, bank: string): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ day: Temporal.PlainDate | null }>`select scope.bank_began(${bank}) as day`.execute(db)
  return rows[0]?.day ?? null
}

/** Money that came, in the bank's currency and in the one that its funder reads. */
export type CameIn = {
  funder: string
  number: number
  /** The day of its entry, by which it is in a quarter. */
  day: Temporal.PlainDate
  valueDate: Temporal.PlainDate
  amount: bigint
  currency: string
  minorDigits: number
  rate: string | null
  ledger: bigint
  foreign: bigint
  reportCurrency: string
  reportDigits: number
}

/** Up to a day, in the order in which it came; only of funders who read another currency than the bank's. */
export async function cameInOtherMoney(db: Db, bank: string, to: Temporal.PlainDate): Promise<CameIn[]> {
  const { rows } = await sql<CameIn>`
    select *, in_theirs as "foreign" from scope.bank_came_in(${bank}, ${to.toString()}::date)`.execute(db)
  return rows
}
