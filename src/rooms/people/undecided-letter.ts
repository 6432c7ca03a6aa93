import type { Db } from '#ground/db'
import { findLetter, type LetterRow } from '#ground/mail-attempts'
import { found, refuse } from '#ground/refusal'
import { mustAdminister } from './role-reads.ts'

/** Somebody may decide what became of it: a crash left it unsure, or no server has taken it. */
export function isUndecided({ outcome, body }: Pick<LetterRow, 'outcome' | 'body'>): boolean {
  return ['unsure', 'failed', 'again'].includes(outcome ?? '') && body !== ''
}

/** The guard of both deeds on a letter: its organisation is the asker's to administer, and there is something to decide. */
export async function mustBeUndecided(db: Db, mail: string): Promise<{ organisation: string }> {
  const letter = found(await findLetter(db, mail))
  const organisation = found(letter.organisation)
  await mustAdminister(db, organisation)
  if (!isUndecided(letter)) refuse('people.letterDecided')
  return { organisation }
}
