import { businessesOf } from '#businesses/reads'
import { type CoachingSpend, spendsOf, standBysOf } from '#coaching/figures'
import { todayOf } from '#funding/today'
import type { Db, Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import type { Bank } from '#hours/bank'
import { findBank, termsOf } from '#hours/reads'
import { mayCoordinate } from '#people/may'
import { workingWeekOf } from '#people/organisation-reads'
import { calledBack, flagsOf, type Line, limits } from './claim.ts'
import { claimedOf, findClaim } from './reads.ts'
import { insertClaim } from './writes.ts'

export type MakeClaim = { id: string; bank: string; coach: string; month: Temporal.PlainDate }

/**
 * A coach claims what clients confirmed up to the end of a month and was not claimed before; the coordinator may for who cannot. Refuses
 * `claims.monthNotOver` and `claims.nothing`. The same id twice is one claim.
 */
export async function makeClaim(tx: Tx, { id, bank: which, coach, month: asked }: MakeClaim): Promise<{ id: string }> {
  const bank = found(await findBank(tx, which))
  if (tx.scope.person !== coach && !mayCoordinate(tx, bank.programme)) missing()
  if (await findClaim(tx, id)) return { id }
  const month = asked.with({ day: 1 })
  const next = month.add({ months: 1 })
  if (Temporal.PlainDate.compare(next, await todayOf(tx, bank)) > 0) refuse('claims.monthNotOver')
  const lines = await claimable(tx, { id, bank, coach, until: next.subtract({ days: 1 }) })
  if (lines.length === 0) refuse('claims.nothing')

  const { organisation, programme } = bank
  const amount = lines.reduce((sum, line) => sum + line.amount, 0n)
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0)
  await insertClaim(tx, { id, bank: which, organisation, programme, coach, month, amount, minutes }, lines)
  await tx.note('claim.made', id, bank)
  return { id }
}

const bankStart = Temporal.PlainDate.from('2000-01-01')

type Asked = { id: string; bank: Bank; coach: string; until: Temporal.PlainDate }

/** What a coach may claim up to a day: confirmed meetings, and meetings stood by for, that stand in no claim yet. */
export async function claimable(db: Db, { id, bank, coach, until }: Asked): Promise<Line[]> {
  const claimed = await claimedOf(db, coach)
  const held = (await spendsOf(db, bank.id, coach, bankStart, until)).filter(({ meeting }) => !claimed.has(meeting))
  const stood = (await standBysOf(db, bank.id, coach, bankStart, until)).filter(({ meeting }) => !claimed.has(meeting))
  const odd = flagsOf(await withPlaces(db, bank, held), (await workingWeekOf(db, bank.organisation)).zone)
  const terms = await termsOf(db, bank.id)
  const lines = held.map(({ meeting, day, minutes, amount }) => ({ meeting, day, minutes, amount, flags: odd.get(meeting) ?? [] }))
  const called = calledBack(id, lines, terms.callBackPercent)
  return [
    ...lines.map((line) => ({ ...line, kind: 'held' as const, called: called.has(line.meeting) })),
    ...stood.map((one) => ({ ...one, kind: 'stood-by' as const, minutes: 0, flags: [], called: false })),
  ].slice(0, limits.linesMax)
}

async function withPlaces(db: Db, bank: Bank, held: readonly CoachingSpend[]) {
  const places = new Map((await businessesOf(db, bank.programme, { rowsMax: 5_000 })).map(({ id, place }) => [id, place]))
  return held.map((one) => ({ ...one, place: places.get(one.business) ?? '' }))
}
