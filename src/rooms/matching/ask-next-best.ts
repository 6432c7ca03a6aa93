import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { proposeAll } from '#partnerships/propose'
import { findPartnership, pairsEverUnanswered, proposalsEver } from '#partnerships/reads'
import { answerDaysOf, findEnrolment } from '#programmes/reads'
import type { Apart } from '#scores/hard-rules'
import { crowdOf } from './crowd.ts'
import { suggest } from './suggest.ts'

/** After so many proposals to one mentee that came to nothing, the coordinator looks instead. */
export const proposalsInARowMax = 4

/**
 * Heeds that a proposal came to nothing: the mentee, if still in and free, is proposed the best mentor who has a place, of those who
 * were not asked before. Nobody left: the mentee waits for the coordinator, who sees who waits on the programme's page.
 */
export async function askNextBest(tx: Tx, news: News): Promise<void> {
  const ended = await findPartnership(tx, news.subject)
  if (ended?.endedAt == null || ended.isAgreed) return
  const { programme, menteeEnrolment, mentee } = ended
  const enrolment = await findEnrolment(tx, menteeEnrolment)
  if (!enrolment || enrolment.withdrawnAt !== null) return
  if ((await proposalsEver(tx, menteeEnrolment)) >= proposalsInARowMax) return

  const crowd = await crowdOf(tx, programme, tx.newSecret())
  const mentees = crowd.mentees.filter(({ id }) => id === mentee)
  const silent = (await pairsEverUnanswered(tx, programme)).map(
    ({ mentor, mentee: other }): Apart => ({ one: mentor, other, why: 'mustNot' }),
  )
  const [best] = suggest({ ...crowd, mentees, pins: [], apart: [...crowd.apart, ...silent] }).pairs
  if (!best) return
  await proposeAll(tx, [
    {
      id: tx.newId(),
      programme,
      round: null,
      mentorEnrolment: crowd.enrolmentOf(best.mentor, 'mentor'),
      menteeEnrolment,
      reasons: best.reasons,
      answerDays: await answerDaysOf(tx, programme),
    },
  ])
}
