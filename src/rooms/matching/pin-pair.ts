import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findEnrolment, findProgramme } from '#programmes/reads'
import type { Round } from './round.ts'
import { findRound } from './round-reads.ts'
import { putPin } from './round-writes.ts'
import { type Rerun, runRound } from './run-round.ts'

export type PinPair = { id: string; round: string; mentorEnrolment: string; menteeEnrolment: string; kind: 'together' | 'apart' }

/**
 * The coordinator decides: these two together whatever it costs, or never in this programme; and the round is run again.
 * A pin that a hard rule forbids, or that finds no place, is refused by name, and nothing of it is kept.
 */
export async function pinPair(tx: Tx, { id, round: from, mentorEnrolment, menteeEnrolment, kind }: PinPair): Promise<Rerun> {
  const { programme, organisation, choice } = await roundToChange(tx, from, id)
  await bothIn(tx, programme, mentorEnrolment, menteeEnrolment)

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  await putPin(tx, { id, programme, mentorEnrolment, menteeEnrolment, kind }, by)
  await tx.note('pair.pinned', id, { organisation, programme }, { kind })
  const again = await runRound(tx, { id, programme, choice })
  return { round: again.id, nth: again.nth }
}

/** The round that waits; what was decided already is not changed, unless it gave way to the round `later`, sent a second time. */
export async function roundToChange(tx: Tx, id: string, later?: string): Promise<Round> {
  const round = found(await findRound(tx, id))
  mustCoordinate(tx, round.programme)
  if (round.end !== null && (later === undefined || !(await findRound(tx, later)))) refuse('matching.roundEnded')
  return { ...round, choice: { ...round.choice, mends: false } }
}

/** Both enrolments are of this programme, each on its side. */
export async function bothIn(tx: Tx, programme: string, mentorEnrolment: string, menteeEnrolment: string): Promise<void> {
  const mentor = found(await findEnrolment(tx, mentorEnrolment))
  const mentee = found(await findEnrolment(tx, menteeEnrolment))
  if (mentor.programme !== programme || mentee.programme !== programme) refuse('matching.pinUnknown')
  if (mentor.side !== 'mentor' || mentee.side !== 'mentee') refuse('matching.pinUnknown')
}
