import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Db, Scope, Tables, Tx } from './db.ts'
import { noteIn } from './diary.ts'
import type { Sealer } from './sealer.ts'

/** Chance and news, handed in once by the house. */
export type Hands = {
  now(): Temporal.Instant
  newId(): string
  newSecret(): string
  /** Called in the same transaction for each kind of news that somebody heeds. */
  send(tx: Transaction<Tables>, newsId: bigint): Promise<void>
  heeded: ReadonlySet<string>
  sealer: Sealer
}

/** Opens transactions. Only doors hold one. */
export type Database = {
  read<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
}

async function setScope(trx: Transaction<Tables>, scope: Scope): Promise<void> {
  await sql`select set_config('lampline.door', ${scope.door}, true), set_config('lampline.person', ${scope.person ?? ''}, true),
    set_config('lampline.home', ${scope.home ?? ''}, true),
    set_config('lampline.organisations', ${`{${scope.organisations.join(',')}}`}, true),
    set_config('lampline.programmes', ${`{${scope.programmes.join(',')}}`}, true),
    set_config('lampline.owes_proof', ${scope.owesProof ? 'yes' : ''}, true)`.execute(trx)
}

function reader(trx: Transaction<Tables>, scope: Scope, { now, sealer }: Hands): Db {
  return {
    selectFrom: trx.selectFrom.bind(trx) as Db['selectFrom'],
    selectNoFrom: trx.selectNoFrom.bind(trx) as Db['selectNoFrom'],
    with: trx.with.bind(trx) as unknown as Db['with'],
    fn: trx.fn,
    getExecutor: trx.getExecutor.bind(trx),
    now: now(),
    by: scope.person,
    scope,
    sealer,
  }
}

function writer(trx: Transaction<Tables>, scope: Scope, hands: Hands): Tx {
  const db = reader(trx, scope, hands)
  return {
    ...db,
    insertInto: trx.insertInto.bind(trx) as Tx['insertInto'],
    updateTable: trx.updateTable.bind(trx) as Tx['updateTable'],
    deleteFrom: trx.deleteFrom.bind(trx) as Tx['deleteFrom'],
    newId: hands.newId,
    newSecret: hands.newSecret,
    note: async (kind, subject, where, facts = {}) => {
      const id = await noteIn(trx, { at: db.now, by: scope.person, kind, subject, where, facts })
      if (hands.heeded.has(kind)) await hands.send(trx, id)
    },
  }
}

const deadlock = '40P01'
const attemptsMax = 4

/** Of two transactions that wait for each other the database ends one; nothing of it was kept, so it is simply done again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock || attempt >= attemptsMax) throw error
    }
  }
}

export function openDatabase(kysely: Kysely<Tables>, hands: Hands): Database {
  return {
    read: (scope, work) =>
      kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (trx) => {
          await setScope(trx, scope)
          return work(reader(trx, scope, hands))
        }),
    write: (scope, work) =>
      again(() =>
        kysely.transaction().execute(async (trx) => {
          await setScope(trx, scope)
          return work(writer(trx, scope, hands))
        }),
      ),
  }
}
