import { findBusiness, hasBaseline } from '#businesses/reads'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { allot } from '#hours/allot'
import { today } from '#hours/books'
import { bankOf, termsOf } from '#hours/reads'
import { mustCoordinate } from '#people/may'
import { allottedSince, isAllotted } from './allotment-reads.ts'
import { coachOf } from './coach-of.ts'
import { insertAllotment, insertExpiry } from './writes.ts'

export type AllotHours = { id: string; business: string; minutes: number }

const yearHours = 365 * 24

/**
 * Gives a business hours of its programme's bank, for as long as the bank's rules say: once a person decided that it is eligible, it was
 * measured, and somebody coaches an owner. The same id twice is one.
 */
export async function allotHours(tx: Tx, { id, business: which, minutes }: AllotHours): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, which))
  mustCoordinate(tx, business.programme)
  const bank = (await bankOf(tx, business.programme)) ?? refuse('coaching.noBank')
  if (business.decision !== 'eligible') refuse('coaching.notEligible')
  if (!(await hasBaseline(tx, which))) refuse('coaching.noBaseline')
  const coach = (await coachOf(tx, business)) ?? refuse('coaching.noCoach')
  const terms = await termsOf(tx, bank.id)
  const before = await allottedSince(tx, which, tx.now.subtract({ hours: yearHours }))
  const isNew = !(await isAllotted(tx, id))
  if (isNew && before + minutes > terms.hoursAYearMax * 60) {
    refuse('coaching.yearFull', { max: terms.hoursAYearMax, left: Math.max(0, Math.floor(terms.hoursAYearMax - before / 60)) })
  }

  const owners = business.owners.flatMap(({ person }) => (person ? [person] : []))
  const people = [...new Set([coach.coach, ...owners])]
  await allot(tx, { id, bank: bank.id, holder: which, minutes, day: today(tx), cause: `allotment:${id}`, people })
  const { organisation, programme } = business
  const row = { id, bank: bank.id, organisation, programme, business: which, partnership: coach.partnership, minutes }
  if (!(await insertAllotment(tx, row))) return { business: which }
  await insertExpiry(tx, id, today(tx).add({ months: terms.expiryMonths }))
  await tx.note('coaching.allotted', id, business, { minutes })
  return { business: which }
}
