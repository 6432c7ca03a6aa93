import type { Pathway } from '#programmes/pathway'
import type { Partnership } from './reads.ts'

/** Why somebody left, by code; told in private, counted in steps of five. */
export const exitReasons = ['time', 'fit', 'goals', 'language', 'channel', 'distance', 'safety'] as const
export type ExitReason = (typeof exitReasons)[number]

/** Which of three neutral texts who did not bring the end about reads. */
export const neutralTexts = [1, 2, 3] as const
export type NeutralText = (typeof neutralTexts)[number]
/** What is said where time alone brought it about. */
export const textOfSilence: NeutralText = 2

export const leavingLimits = {
  thanksCharsMax: 1_000,
  /** Days in which somebody new is looked for. */
  rematchDays: 14,
  rematchesShownMax: 500,
  talksShownMax: 100,
  lampsShownMax: 1_000,
  /** Ends without blame around one mentor, from which on somebody talks with them. */
  exitsForTalk: 3,
} as const

/** Ways in which a coordinator may end a partnership: those of the pathway, but for somebody's safety, which has its own officers. */
export function endsByCoordinator(pathway: Pathway): Pathway['ends'] {
  return pathway.ends.filter((end) => end !== 'safeguarding' && end !== 'withdrawn')
}

/** Whether a pair has come to its closing: it is in that stage, or over. */
export function isClosing(pathway: Pathway, pair: Pick<Partnership, 'endedAt'>, stage: string | undefined): boolean {
  return pair.endedAt !== null || stage === pathway.closes
}
