import { isConcernLetter } from '#concerns/letters'
import type { Database } from '#ground/database'
import { houseScope, type Tx } from '#ground/db'
import type { Letter } from '#ground/mail'
import { blankLetter, calendarWith, findLetter, insertAttempt, insertOutcome, type LetterRow, lockLetter } from '#ground/mail-attempts'
import type { Mailer, Sending } from '#ground/mailer'
import { signInLetter } from '#people/write-sign-in-letter'

type Claimed = { letter: LetterRow; attempt: string; calendar: Letter['calendar'] }

/**
 * Sends a letter of the outbox: the attempt is kept, then the letter leaves, then the outcome is kept. An attempt without an outcome
 * is what a crash in between left behind, when nobody knows whether the letter arrived: a sign-in letter is sent again, since its
 * reader waits for it, and one about a concern, since nobody else may see that it waits; anything else waits for a person. Throws
 * when it may be taken later, so that its job comes again.
 */
export async function sendMail(database: Database, mailer: Mailer, mail: string): Promise<void> {
  const claimed = await database.write(houseScope, (tx) => claim(tx, mail))
  if (claimed === null) return
  const { letter, attempt, calendar } = claimed
  const sending = await mailer.send({ ...letter, calendar })
  await database.write(houseScope, (tx) => settle(tx, letter, attempt, sending))
  if (sending.outcome === 'again') throw new Error('The mail server does not take the letter now; it is tried again later')
}

/** The next attempt, or null where there is nothing to send. */
async function claim(tx: Tx, mail: string): Promise<Claimed | null> {
  await lockLetter(tx, mail)
  const letter = await findLetter(tx, mail)
  if (letter === undefined) return null
  const isCutOff = letter.attempt !== null && letter.outcome === null
  if (isCutOff && letter.attempt !== null) {
    if (!isSentAgain(letter.kind)) {
      await insertOutcome(tx, letter.attempt, { outcome: 'unsure', detail: null })
      return null
    }
    await insertOutcome(tx, letter.attempt, { outcome: 'again', detail: null })
  } else if (letter.outcome !== null && letter.outcome !== 'again') return null
  // A secret that was blanked has left already.
  if (letter.body === '') return null
  return { letter, attempt: await insertAttempt(tx, mail), calendar: await calendarWith(tx, mail) }
}

const isSentAgain = (kind: string) => kind === signInLetter || isConcernLetter(kind)

async function settle(tx: Tx, letter: LetterRow, attempt: string, sending: Sending): Promise<void> {
  const isSecret = letter.kind === signInLetter
  const outcome = isSentAgain(letter.kind) && sending.outcome === 'unsure' ? 'again' : sending.outcome
  await insertOutcome(tx, attempt, { outcome, detail: sending.detail })
  if (isSecret && (outcome === 'sent' || outcome === 'failed')) await blankLetter(tx, letter.id)
}
