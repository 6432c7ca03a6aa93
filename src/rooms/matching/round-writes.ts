import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Proved } from '#pairing/certificate'
import type { Outcome, Round, RoundPair } from './round.ts'

const rowsAtOnce = 1_000

/** One round at a time in a programme: the next number is taken under a lock. */
export async function lockRounds(tx: Tx, programme: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`rounds ${programme}`}))`.execute(tx)
}

type NewRound = Pick<Round, 'id' | 'programme' | 'organisation' | 'rulesVersion' | 'choice' | 'nth' | 'summary'> & {
  proved: Proved
  by: string
}

export async function insertRound(tx: Tx, { by, choice, summary, proved, ...round }: NewRound): Promise<void> {
  const kept = { choice: JSON.stringify(choice), summary: JSON.stringify(summary), proved: JSON.stringify(proved) }
  await tx
    .insertInto('rounds')
    .values({ ...round, ...kept, runAt: tx.now, runBy: by })
    .execute()
}

/** A round to be worked out outside any transaction. */
export async function insertAsk(tx: Tx, ask: Pick<Round, 'id' | 'programme' | 'choice'>, by: string): Promise<void> {
  await tx
    .insertInto('roundAsks')
    .values({ ...ask, choice: JSON.stringify(ask.choice), askedAt: tx.now, askedBy: by })
    .execute()
}

export async function insertPairs(tx: Tx, round: string, pairs: readonly RoundPair[]): Promise<void> {
  for (let at = 0; at < pairs.length; at += rowsAtOnce) {
    const rows = pairs.slice(at, at + rowsAtOnce).map((pair) => ({
      ...pair,
      round,
      reasons: JSON.stringify(pair.reasons),
      runnerUp: pair.runnerUp === null ? null : JSON.stringify(pair.runnerUp),
    }))
    await tx.insertInto('roundPairs').values(rows).execute()
  }
}

export async function insertUnmatched(tx: Tx, round: string, left: readonly { enrolment: string; why: unknown }[]): Promise<void> {
  for (let at = 0; at < left.length; at += rowsAtOnce) {
    const rows = left.slice(at, at + rowsAtOnce).map(({ enrolment, why }) => ({ round, enrolment, why: JSON.stringify(why) }))
    await tx.insertInto('roundUnmatched').values(rows).execute()
  }
}

/** False when the round was ended before. */
export async function insertRoundEnd(tx: Tx, round: string, outcome: Outcome, by: string): Promise<boolean> {
  const written = await tx
    .insertInto('roundEnds')
    .values({ round, outcome, at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type NewPin = { id: string; programme: string; mentorEnrolment: string; menteeEnrolment: string; kind: 'together' | 'apart' }

/** The pair's earlier pin, if any, gives way: a pair is together or apart, not both. */
export async function putPin(tx: Tx, pin: NewPin, by: string): Promise<void> {
  await liftPinsOfPair(tx, pin, by)
  await tx
    .insertInto('pins')
    .values({ ...pin, at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function liftPinsOfPair(tx: Tx, pin: NewPin, by: string): Promise<void> {
  await tx
    .updateTable('pins')
    .set({ liftedAt: tx.now, liftedBy: by })
    .where('programme', '=', pin.programme)
    .where('mentorEnrolment', '=', pin.mentorEnrolment)
    .where('menteeEnrolment', '=', pin.menteeEnrolment)
    .where('liftedAt', 'is', null)
    .where('id', '<>', pin.id)
    .execute()
}

/** False where it was lifted before. */
export async function liftPinById(tx: Tx, { programme, pin }: { programme: string; pin: string }, by: string): Promise<boolean> {
  const lifted = await tx
    .updateTable('pins')
    .set({ liftedAt: tx.now, liftedBy: by })
    .where('id', '=', pin)
    .where('programme', '=', programme)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return lifted.numUpdatedRows === 1n
}
