import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Proved } from '#pairing/certificate'
import { type RoundChoice, usualChoice } from './choice.ts'
import { limits, type Outcome, type Round, type RoundPair, type Summary } from './round.ts'

const rounds = (db: Db) =>
  db
    .selectFrom('rounds')
    .leftJoin('roundEnds', 'roundEnds.round', 'rounds.id')
    .select([
      'rounds.id',
      'programme',
      'organisation',
      'nth',
      'rulesVersion',
      'choice',
      'summary',
      'runAt',
      'runBy',
      'outcome',
      'roundEnds.at as endedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>

function roundFrom({ outcome, endedAt, choice, summary, ...row }: Row): Round {
  const end = outcome === null || endedAt === null ? null : { outcome: outcome as Outcome, at: endedAt }
  return { ...row, choice: { ...usualChoice, ...(choice as Partial<RoundChoice>) }, summary: summary as Summary, end }
}

export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  if (!isId(id)) return undefined
  const row = await rounds(db).where('rounds.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : roundFrom(row)
}

/** The newest first. */
export async function roundsOf(db: Db, programme: string): Promise<Round[]> {
  const rows = await rounds(db).where('programme', '=', programme).orderBy('nth', 'desc').limit(limits.roundsShownMax).execute()
  return rows.map(roundFrom)
}

/** The round that waits for the coordinator, if one does. */
export async function openRound(db: Db, programme: string): Promise<Round | undefined> {
  return (await roundsOf(db, programme)).find((round) => round.end === null)
}

export async function roundBefore(db: Db, round: Round): Promise<Round | undefined> {
  const row = await rounds(db)
    .where('programme', '=', round.programme)
    .where('nth', '=', round.nth - 1)
    .executeTakeFirst()
  return row === undefined ? undefined : roundFrom(row)
}

/** All pairs of a round, the worst first where `worstFirst`, else the best first. */
export async function pairsOfRound(db: Db, round: string): Promise<RoundPair[]> {
  const rows = await db
    .selectFrom('roundPairs')
    .select(['mentorEnrolment', 'menteeEnrolment', 'score', 'pinned', 'reasons', 'runnerUp'])
    .where('round', '=', round)
    .orderBy('score', 'desc')
    .orderBy('menteeEnrolment')
    .execute()
  return rows.map((row) => ({ ...row, reasons: row.reasons as RoundPair['reasons'], runnerUp: row.runnerUp as RoundPair['runnerUp'] }))
}

export async function unmatchedOfRound(db: Db, round: string): Promise<{ enrolment: string; why: unknown }[]> {
  return db.selectFrom('roundUnmatched').select(['enrolment', 'why']).where('round', '=', round).orderBy('enrolment').execute()
}

export type Pin = { id: string; mentorEnrolment: string; menteeEnrolment: string; kind: 'together' | 'apart'; at: Temporal.Instant }

/** What the coordinator decided and did not lift. */
export async function pinsOf(db: Db, programme: string): Promise<Pin[]> {
  const rows = await db
    .selectFrom('pins')
    .select(['id', 'mentorEnrolment', 'menteeEnrolment', 'kind', 'at'])
    .where('programme', '=', programme)
    .where('liftedAt', 'is', null)
    .orderBy('at')
    .limit(limits.pinsMax)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Pin['kind'] }))
}

export type Ask = { id: string; programme: string; choice: RoundChoice; askedAt: Temporal.Instant; askedBy: string }

/** A round that was asked for and is worked out while somebody waits. */
export async function findAsk(db: Db, id: string): Promise<Ask | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('roundAsks').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { ...row, choice: row.choice as RoundChoice }
}

/** The prices that prove a round's best whole; null for a round of before 0.2. */
export async function provedOf(db: Db, round: string): Promise<Proved | null> {
  const row = await db.selectFrom('rounds').select('proved').where('id', '=', round).executeTakeFirst()
  return (row?.proved ?? null) as Proved | null
}
