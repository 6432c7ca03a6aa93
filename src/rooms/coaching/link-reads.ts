import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Db, Tx } from '#ground/db'
import type { Said, Told } from './coaching.ts'

export type Linked = {
  meeting: string
  version: number
  business: string
  coach: string
  day: Temporal.PlainDate
  minutes: number
  /** Of the latest log alone. */
  said: Said | null
  saidMinutes: number | null
  /** Paid for, decided or ended: there is nothing left to say. */
  closed: boolean
  over: boolean
  /** Who is signed in here coached it. */
  own: boolean
}

/** The one meeting that a letter's secret opens, for who is not signed in; undefined where it opens none. */
export async function meetingByLink(db: Db, token: string): Promise<Linked | undefined> {
  const { rows } = await sql<Linked>`select * from scope.coaching_by_link(${secretHash(token)})`.execute(db)
  return rows[0]
}

/** Keeps what a client said by the link; answers the meeting, null where the link is unknown or over. The same answer twice is one. */
export async function answerByLink(
  tx: Tx,
  { id, token, says, minutes, useful, askedForMoney }: Told & { id: string; token: string; says: Said; minutes: number | null },
): Promise<string | null> {
  const { rows } = await sql<{ meeting: string | null }>`
    select scope.confirm_by_link(${id}, ${secretHash(token)}, ${says}, ${minutes}, ${useful}, ${askedForMoney}, ${tx.now})
      as meeting`.execute(tx)
  return rows[0]?.meeting ?? null
}
