import type { Db, Tx } from './db.ts'
import { isId } from './form.ts'
import type { Letter } from './mail.ts'

/** A letter with how its last attempt stands: none yet, one under way or cut off by a crash, or one that ended. */
export type LetterRow = {
  id: string
  organisation: string | null
  kind: string
  address: string
  language: string
  title: string
  body: string
  messageId: string
  writtenAt: Temporal.Instant
  attempt: string | null
  outcome: string | null
  detail: string | null
  at: Temporal.Instant | null
}

export async function findLetter(db: Db, id: string): Promise<LetterRow | undefined> {
  if (!isId(id)) return undefined
  return db
    .selectFrom('mails')
    .leftJoin('mailAttempts', 'mailAttempts.mail', 'mails.id')
    .leftJoin('mailOutcomes', 'mailOutcomes.attempt', 'mailAttempts.id')
    .select(['mails.id', 'organisation', 'kind', 'address', 'language', 'title', 'body', 'messageId', 'writtenAt'])
    .select(['mailAttempts.id as attempt', 'outcome', 'detail', 'mailOutcomes.at'])
    .where('mails.id', '=', id)
    .orderBy('mailAttempts.startedAt', 'desc')
    .orderBy('mailAttempts.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What goes with a letter for a calendar program; read by the house alone, as it says where two meet. */
export async function calendarWith(db: Db, mail: string): Promise<Letter['calendar']> {
  const row = await db.selectFrom('mailCalendars').select(['method', 'words']).where('mail', '=', mail).executeTakeFirst()
  return row && { method: row.method === 'CANCEL' ? 'CANCEL' : 'REQUEST', text: row.words }
}

/** Holds a letter until the transaction ends, so that two who would send it come one after the other. The house alone may. */
export async function lockLetter(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('mails').select('id').where('id', '=', id).forUpdate().execute()
}

/** That the letter is about to leave; kept before the first byte goes out. */
export async function insertAttempt(tx: Tx, mail: string): Promise<string> {
  const id = tx.newId()
  await tx.insertInto('mailAttempts').values({ id, mail, startedAt: tx.now }).execute()
  return id
}

type Outcome = { outcome: 'sent' | 'kept' | 'failed' | 'unsure' | 'again'; detail: string | null }

/** How an attempt ended; the first word on it stands. */
export async function insertOutcome(tx: Tx, attempt: string, { outcome, detail }: Outcome): Promise<void> {
  await tx
    .insertInto('mailOutcomes')
    .values({ attempt, outcome, detail, at: tx.now })
    .onConflict((conflict) => conflict.column('attempt').doNothing())
    .execute()
}

/** Takes the words out of a letter that held a secret, once nobody needs them here. */
export async function blankLetter(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('mails').set({ body: '' }).where('id', '=', id).execute()
}
