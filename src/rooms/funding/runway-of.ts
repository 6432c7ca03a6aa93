import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Bank, Funder } from '#hours/bank'
import { fundersOf, tariffOn } from '#hours/reads'
import { bandsOn } from '#hours/share-reads'
import { minutesUsed, standingOf } from '#hours/standing-reads'
import { findProgramme } from '#programmes/reads'
import { type Course, type Runway, runwayLimits, runwayOf } from './runway.ts'

export type BankAhead = { course: Course; runway: Runway; funders: readonly Funder[]; bandsCount: number }

const daysInWeek = 7

/** How far a bank's money goes from a day on; undefined while no price or no shares hold. The shares are those of the first hours. */
export async function runwayIn(db: Db, bank: Bank, today: Temporal.PlainDate): Promise<BankAhead | undefined> {
  const [tariff, bands] = [await tariffOn(db, bank.id, today), await bandsOn(db, bank.id, today)]
  const [first] = bands
  if (tariff === undefined || first === undefined) return undefined
  const standing = await standingOf(db, bank.id)
  const cashOf = (funder: string) => standing.find((row) => row.kind === 'cash' && row.funder === funder)?.balance ?? 0n
  const since = today.subtract({ days: runwayLimits.paceWeeks * daysInWeek - 1 })
  const course = {
    purses: first.shares.map(({ funder, basisPoints }) => ({ funder, basisPoints, available: cashOf(funder) })),
    ...{ perHour: tariff.perHour, stepMinutes: bank.stepMinutes, quantum: bank.quantum, today },
    paceMinutes: await minutesUsed(db, bank.id, since, today),
    endsOn: found(await findProgramme(db, bank.programme)).endsOn,
  }
  return { course, runway: runwayOf(course), funders: await fundersOf(db, bank.id), bandsCount: bands.length }
}
