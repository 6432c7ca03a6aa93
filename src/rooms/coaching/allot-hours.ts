import { findBusiness, hasBaseline } from '#businesses/reads'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { allot } from '#hours/allot'
import { today } from '#hours/books'
import { bankOf, minutesOf, termsOf } from '#hours/reads'
import { partnershipsOf } from '#partnerships/reads'
import { mustCoordinate } from '#people/may'
import { allottedSince, businessesAllotted, isAllotted } from './allotment-reads.ts'
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
  // The bank is ours since the entry: of two coaches' last places at once, one is given.
  await mustHavePlace(tx, { bank: bank.id, coach: coach.coach, business: which, max: terms.clientsMax })
  await insertExpiry(tx, id, today(tx).add({ months: terms.expiryMonths }))
  await tx.note('coaching.allotted', id, business, { minutes })
  return { business: which }
}

type Place = { bank: string; coach: string; business: string; max: number }

/** Refuses `coaching.clientsFull` where a coach has as many businesses with hours left as the bank's rules allow. */
async function mustHavePlace(tx: Tx, { bank, coach, business, max }: Place): Promise<void> {
  const pairs = (await partnershipsOf(tx, coach)).filter(({ side, state }) => side === 'mentor' && state === 'agreed')
  const others = await businessesAllotted(
    tx,
    bank,
    pairs.map(({ id }) => id),
  )
  let active = 0
  for (const other of others) {
    const { allotted, held } = await minutesOf(tx, bank, other)
    if (other !== business && allotted + held > 0) active += 1
  }
  if (active >= max) refuse('coaching.clientsFull', { max })
}
