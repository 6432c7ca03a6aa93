import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Facts } from './refusal.ts'
import type { Sealer } from './sealer.ts'
import type { DB } from './tables.ts'

export type Tables = DB

/** Who is asking, worked out once by a door and set for one transaction; the walls in the database compare against it. */
export type Scope = {
  /** `house`: the server itself. `sign-in`: before anybody is known. `person`: somebody's request. */
  door: 'house' | 'sign-in' | 'person'
  person: string | null
  /** The organisation that the person belongs to. */
  home: string | null
  /** Organisations administered or coordinated. */
  organisations: readonly string[]
  /** Programmes coordinated, those of the organisations above included. */
  programmes: readonly string[]
  /** A staff session that has not shown a passkey yet: its roles open nothing. */
  owesProof?: boolean
}

type Asked = {
  /** One instant for the whole transaction. */
  readonly now: Temporal.Instant
  /** The person whose deed this is; null for the house. */
  readonly by: string | null
  readonly scope: Scope
  /** Holds the keys outside the database; rooms use `content-keys.ts`. */
  readonly sealer: Sealer
}

/** Reads, inside one read-only snapshot. */
export type Db = Pick<ReadonlyKysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with'> &
  Pick<Transaction<Tables>, 'fn' | 'getExecutor'> &
  Asked

/** Writes, inside one transaction that a door opened. A `Tx` is a `Db`. */
export type Tx = Db &
  Pick<Transaction<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom'> & {
    /** A new id, time-ordered (UUID version 7). */
    newId(): string
    /** A new secret of 128 bits, URL-safe. */
    newSecret(): string
    /** Writes news into the diary; later rooms heed it once the transaction is kept. */
    note(kind: string, subject: string, where: Where, facts?: Facts): Promise<void>
  }

export type Where = { organisation?: string | null; programme?: string | null }

export const houseScope: Scope = { door: 'house', person: null, home: null, organisations: [], programmes: [] }
export const signInScope: Scope = { ...houseScope, door: 'sign-in' }

/** The one row that must be there; crashes when it is not, since the caller has already looked. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`Expected one row, found ${rows.length}`)
  return row
}
