import { sql } from 'kysely'
import type { Db } from '#ground/db'

export type WatchedName =
  | ('redemption' | 'held' | 'client-absent' | 'coach-absent' | 'in-time')
  | ('subsidy' | 'top-coach' | 'days' | 'in-week' | 'mismatch')

/** A part of a whole; of `days` the part is the middle one. `cases`: of how many meetings, clients or calls it tells. */
export type Watched = { name: WatchedName; part: bigint; whole: bigint; cases: bigint }

/** The numbers to watch of a bank, in their order. */
export async function watchOf(db: Db, bank: string): Promise<Watched[]> {
  return (await sql<Watched>`select * from scope.bank_watch(${bank}, ${db.now.toString()})`.execute(db)).rows
}
