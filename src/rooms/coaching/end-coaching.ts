import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { today } from '#hours/books'
import { accountsOf, findBank, fundersOf, termsOf } from '#hours/reads'
import { release } from '#hours/release'
import { reservationOf } from '#hours/reserve'
import { type EndKind, isInTime, isOpen, lostBy, type Meeting, standbyOf, stateOf } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { lateBefore } from './reads.ts'
import type { MeetingStanding } from './standing.ts'
import { insertEnd } from './writes.ts'

export type Side = 'client' | 'coach'
export type EndCoaching = { meeting: string; side: Side | null; reason: string; on?: Temporal.PlainDate }

/** Client or coach cancels before it begins, or a coordinator for one of them; how late it is decides what follows (7.7 4–6). */
export async function cancelCoaching(tx: Tx, { meeting: which, side, reason, on }: EndCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (meeting.end) return { meeting: meeting.id }
  const by = sideOf(standing, side)
  mustBeOpen(tx, meeting)
  if (Temporal.Instant.compare(tx.now, meeting.startsAt) > 0 && tx.scope.door !== 'house') refuse('coaching.begun')
  const terms = await termsOf(tx, meeting.bank)
  const inTime = meeting.reservation === null || isInTime(meeting, tx.now, terms)
  await end(tx, meeting, inTime ? 'cancelledInTime' : by === 'client' ? 'lateCancelledByClient' : 'cancelledByCoach', { reason, on })
  return { meeting: meeting.id }
}

/** One says that the other did not come; a coordinator says it of either. `side` is who was absent. */
export async function reportAbsence(tx: Tx, { meeting: which, side, reason, on }: EndCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (meeting.end) return { meeting: meeting.id }
  const absent = side ?? (standing.coaches ? 'client' : 'coach')
  const mayTell = standing.judges || (absent === 'client' ? standing.coaches : standing.owns && !standing.coaches)
  if (!mayTell && tx.scope.door !== 'house') missing()
  mustBeOpen(tx, meeting)
  if (Temporal.Instant.compare(tx.now, meeting.startsAt) < 0) refuse('coaching.notBegun')
  await end(tx, meeting, absent === 'client' ? 'noShowClient' : 'noShowCoach', { reason, on })
  return { meeting: meeting.id }
}

function sideOf(standing: MeetingStanding, side: Side | null): Side {
  if (standing.coaches) return 'coach'
  if (standing.owns) return 'client'
  if (!standing.keeps) missing()
  return side ?? refuse('coaching.whichSide')
}

function mustBeOpen(tx: Tx, meeting: Meeting): void {
  if (!isOpen(stateOf(meeting, tx.now))) refuse('coaching.over')
}

type Why = { reason: string; on?: Temporal.PlainDate | undefined; outage?: string; withoutStandby?: boolean }

/** Ends a meeting that does not take place: every funder has its part back, and what its kind costs follows. */
export async function end(tx: Tx, meeting: Meeting, kind: EndKind, { reason, on, outage, withoutStandby }: Why): Promise<void> {
  const isLate = kind === 'lateCancelledByClient' || kind === 'noShowClient'
  const terms = await termsOf(tx, meeting.bank)
  const none = { lostMinutes: 0, warned: false }
  const lost = isLate ? lostBy(meeting, await lateBefore(tx, meeting.business), terms) : none
  const standby = isLate && !withoutStandby ? await standbyFor(tx, meeting) : 0n
  if (!(await insertEnd(tx, { meeting: meeting.id, kind, ...lost, standby, reason, outage: outage ?? null }))) return

  if (meeting.reservation) {
    const paid = standby > 0n ? { standby: { coach: meeting.coach, amount: standby } } : {}
    const day = on ?? today(tx)
    const deed = { id: tx.newId(), reservation: meeting.reservation, day, reason: kind, lostMinutes: lost.lostMinutes, ...paid }
    await release(tx, deed)
  }
  await tx.note('coaching.ended', meeting.id, meeting, { kind, lost: lost.lostMinutes })
}

/** What the coach is paid for having stood by, where the programme set money aside for it and has some left. */
async function standbyFor(tx: Tx, meeting: Meeting): Promise<bigint> {
  if (meeting.reservation === null) return 0n
  const [bank, reserved] = [await findBank(tx, meeting.bank), await reservationOf(tx, meeting.reservation)]
  const budget = (await fundersOf(tx, meeting.bank)).find(({ kind }) => kind === 'budget')
  if (!bank || !reserved || !budget || billableMinutes(bank, meeting.minutes) === 0) return 0n
  const cash = (await accountsOf(tx, bank.id)).find(({ kind, funder }) => kind === 'cash' && funder === budget.id)
  const amount = standbyOf(reserved.cost, await termsOf(tx, bank.id), bank.quantum)
  return (cash?.balance ?? 0n) >= amount ? amount : 0n
}
