import type { Db, Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found } from '#ground/refusal'
import { findEnrolment } from '#programmes/reads'
import { endSaid } from './leaving-reads.ts'
import { overLetter, thanksLetter } from './letters.ts'
import { completedLetter, partedLetter } from './pair-letters.ts'
import { type Side, sides } from './partnership.ts'
import { findPartnership, type Partnership, placesAccepted } from './reads.ts'
import { type LetterTo, writeToSides } from './write-to-sides.ts'

/**
 * Thanks who said no, and tells who is left that it is over: in the same words for a no, for silence, for a lost place. Of a partnership
 * both are told, in the same neutral text, whoever ended it and whatever for; only what was completed says so.
 */
export async function tellEnd(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, news.subject)
  if (pair === undefined || pair.endedAt === null) return
  const parted = pair.endReason === 'completed' ? completedLetter : partedLetter(found(await endSaid(tx, pair.id)).text)
  const letters: LetterTo[] = []
  for (const side of sides) {
    if (pair.answers[side] === 'declined') letters.push({ side, kind: 'partnership.thanks', words: thanksLetter })
    else if (!(await broughtItAbout(tx, pair, side)))
      letters.push({ side, kind: 'partnership.over', words: pair.isAgreed ? parted : overLetter })
  }
  await writeToSides(tx, pair, letters)
}

/** Who left the programme, or has all the partners they wanted, knows; "we are looking for somebody else" is not for them. */
async function broughtItAbout(db: Db, pair: Partnership, side: Side): Promise<boolean> {
  const id = side === 'mentor' ? pair.mentorEnrolment : pair.menteeEnrolment
  const enrolment = await findEnrolment(db, id)
  if (enrolment === undefined || enrolment.withdrawnAt !== null) return true
  return pair.endReason === 'no-place' && (await placesAccepted(db, id, side)) >= enrolment.capacity
}
