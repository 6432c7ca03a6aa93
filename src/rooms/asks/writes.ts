import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { EndReason } from './ask.ts'
import type { ToAsk } from './reads.ts'

/** Holds an ask until the transaction ends: a yes, a no, a lapse and a taking back come one after the other. */
export async function holdAsk(tx: Tx, id: string): Promise<void> {
  await sql`select scope.hold_ask(${id})`.execute(tx)
}

/** What the database's last word means to the person. */
const refusals = {
  ask_enrolled: 'asks.notEnrolled',
  ask_sent: 'asks.sent',
  ask_open: 'asks.over',
  ask_open_at_once: 'asks.openAtOnce',
  ask_person_enrolled: 'asks.personLeft',
  ask_person_busy: 'asks.personBusy',
  ask_answered_late: 'asks.past',
  ask_answered: 'asks.answered',
} as const

async function orRefused<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (constraint !== undefined && constraint in refusals) refuse(refusals[constraint as keyof typeof refusals])
    throw error
  }
}

type NewAsk = { id: string; programme: string; organisation: string; asker: string; enrolment: string }

/** False when it was drafted before under this id. */
export async function insertAsk(tx: Tx, row: NewAsk): Promise<boolean> {
  const values = { ...row, draftedAt: tx.now }
  const write = tx
    .insertInto('asks')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (await orRefused(write)).numInsertedOrUpdatedRows === 1n
}

export async function insertAskText(tx: Tx, ask: string, sealed: Buffer): Promise<void> {
  await tx.insertInto('askTexts').values({ ask, sealed }).execute()
}

/** The topics of a draft, in order, instead of those before. */
export async function replaceTopics(tx: Tx, ask: string, topics: readonly string[]): Promise<void> {
  await orRefused(tx.deleteFrom('askTopics').where('ask', '=', ask).execute())
  const rows = topics.map((topic, at) => ({ ask, nth: at + 1, topic }))
  if (rows.length > 0) await tx.insertInto('askTopics').values(rows).execute()
}

/** Whom to ask, in order, instead of those before. */
export async function replacePeople(tx: Tx, ask: string, asker: string, people: readonly Omit<ToAsk, 'nth'>[]): Promise<void> {
  await orRefused(tx.deleteFrom('askPeople').where('ask', '=', ask).execute())
  const rows = people.map(({ reasons, ...one }, at) => ({ ...one, ask, asker, nth: at + 1, reasons: JSON.stringify(reasons) }))
  if (rows.length > 0) await orRefused(tx.insertInto('askPeople').values(rows).execute())
}

export async function insertSend(tx: Tx, send: { ask: string; openAtOnce: number; answerDays: number }): Promise<void> {
  await orRefused(
    tx
      .insertInto('askSends')
      .values({ ...send, at: tx.now })
      .execute(),
  )
}

type NewTurn = Omit<ToAsk, 'reasons'> & { ask: string; asker: string; until: Temporal.Instant; remindAt: Temporal.Instant | null }

export async function insertTurn(tx: Tx, turn: NewTurn): Promise<void> {
  await orRefused(
    tx
      .insertInto('askTurns')
      .values({ ...turn, at: tx.now })
      .execute(),
  )
}

export async function insertTurnEnd(tx: Tx, ask: string, nth: number): Promise<void> {
  const values = { ask, nth, at: tx.now }
  await tx
    .insertInto('askTurnEnds')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type NewAnswer = { ask: string; nth: number; person: string } & (
  | { answer: 'yes'; startsAt: Temporal.Instant; minutes: number }
  | { answer: 'no' }
)

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await orRefused(
    tx
      .insertInto('askAnswers')
      .values({ ...answer, at: tx.now })
      .execute(),
  )
}

/** False when it had ended. */
export async function insertEnd(tx: Tx, ask: string, reason: EndReason): Promise<boolean> {
  const write = tx
    .insertInto('askEnds')
    .values({ ask, reason, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (await orRefused(write)).numInsertedOrUpdatedRows === 1n
}

/** False when that turn had been reminded. */
export async function insertReminder(tx: Tx, ask: string, nth: number): Promise<boolean> {
  const values = { ask, nth, at: tx.now }
  const written = await tx
    .insertInto('askReminders')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function insertUnmetNeeds(
  tx: Tx,
  need: { ask: string; programme: string; organisation: string; topics: readonly string[] },
): Promise<void> {
  const { topics, ...where } = need
  if (topics.length === 0) return
  const rows = topics.map((topic) => ({ ...where, topic, at: tx.now }))
  await tx
    .insertInto('unmetNeeds')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A draft is forgotten with all it held. */
export async function deleteDraft(tx: Tx, ask: string): Promise<void> {
  await tx.deleteFrom('asks').where('id', '=', ask).execute()
}
