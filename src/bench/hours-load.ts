import { sql } from 'kysely'
import { realHands } from '#ground/chance'
import { type Database, openDatabase } from '#ground/database'
import { houseScope } from '#ground/db'
import { kyselyOn, openPool } from '#ground/pool'
import { openSealer } from '#ground/sealer'
import { openTurns } from '#ground/turns'
import { deposit } from '#hours/deposit'
import type { GivenBank } from '#hours/hours.testing'
import { moved } from '#hours/ledger.testing'
import { testRing } from '#testing/house'
import { urlOf } from '#testing/server'

/** A bank that money comes into, and the two accounts that a receipt moves. */
export type Target = { given: GivenBank; cash: string; from: string }
export type Deed = (database: Database, target: Target) => Promise<unknown>

const { newId } = realHands
const day = Temporal.PlainDate.from('2026-11-20')
const connectionsAPool = 16

/** Databases that share so many connections: each has a pool of its own, as a house has. */
export function openDatabases(databaseName: string, connections: number): { databases: Database[]; close(): Promise<void> } {
  const hands = { ...realHands, sealer: openSealer(() => testRing), heeded: new Set<string>(), send: async () => {} }
  const where = { connectionString: urlOf(databaseName, 'lampline_app'), database: databaseName, user: 'lampline_app' }
  const pools = Array.from({ length: Math.ceil(connections / connectionsAPool) }, () => kyselyOn(openPool(where, () => {})))
  return {
    databases: pools.map((pool) => openDatabase(pool, hands)),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.destroy()))
    },
  }
}

/** A receipt through its verb, as a coordinator's page would ask for it. */
export const byVerb: Deed = (database, { given }) => {
  const { bank, donor, coordinator } = given
  return database.write(coordinator, (tx) =>
    deposit(tx, { id: newId(), bank: bank.id, funder: donor.id, amount: 100n, day, reference: 'slip' }),
  )
}

/** The entry alone, without what the verb reads first. */
export const byEntry: Deed = (database, { given, cash, from }) =>
  database.write(given.coordinator, (tx) => moved(tx, { bank: given.bank.id, to: cash, from, amount: 100n, day }))

/** The floor: the same rows put into tables without a rule, in a transaction of the same kind. */
export const byPlainRows: Deed = (database, { given, cash, from }) =>
  database.write(houseScope, async (tx) => {
    const [id, lines] = [newId(), `${cash} 100\n${from} -100`]
    await sql`insert into plain_entries values (${id}, ${given.bank.id}, 1, 'deposit', ${tx.now}, ${day}, null, '', null, 'slip', '', '',
      null, null, ${Buffer.alloc(32)}, ${lines}, ${Buffer.alloc(32)})`.execute(tx)
    await sql`insert into plain_legs values (${id}, ${cash}, 100, 1, 100), (${id}, ${from}, -100, 1, -100)`.execute(tx)
  })

/** The verb with one writer at a time for each bank in this process, so that nobody waits with a connection in their hands. */
export function oneAtATime(deed: Deed): Deed {
  const turns = new Map<string, ReturnType<typeof openTurns>>()
  const { signal } = new AbortController()
  return async (database, target) => {
    const bank = target.given.bank.id
    const take = turns.get(bank) ?? openTurns({ atOnceMax: 1, waitingMax: 1_000 })
    turns.set(bank, take)
    const giveBack = await take(signal)
    try {
      return await deed(database, target)
    } finally {
      giveBack()
    }
  }
}

export type Rate = { perSecond: number; p50: number; p99: number }

/** Has so many writers go on for a while, each with the next bank in turn; answers how many a second, and how long one takes in ms. */
export async function rateOf(
  deed: Deed,
  databases: readonly Database[],
  targets: readonly Target[],
  writers: number,
  ms: number,
): Promise<Rate> {
  const took: number[] = []
  const start = performance.now()
  const write = async (nth: number) => {
    const database = databases[nth % databases.length] as Database
    for (let turn = nth; performance.now() - start < ms; turn += writers) {
      const before = performance.now()
      await deed(database, targets[turn % targets.length] as Target)
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, nth) => write(nth)))
  const seconds = (performance.now() - start) / 1_000
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}
