import assert from 'node:assert/strict'
import type pg from 'pg'
import type { Tx } from '#ground/db'
import type { TestHouse } from '#testing/house'
import { onServer } from '#testing/server'
import type { AccountKey } from './account.ts'
import { type GivenBank, refused } from './hours.testing.ts'
import { accountsOf } from './reads.ts'
import { post } from './writes.ts'

/** How many of some deeds were done; all others must have been refused by this name. */
export async function doneOf(deeds: readonly Promise<unknown>[], reason: string): Promise<number> {
  const ends = await Promise.allSettled(deeds)
  for (const end of ends) if (end.status === 'rejected') refused(reason)(end.reason)
  return ends.filter(({ status }) => status === 'fulfilled').length
}

/** As the owner of the tables, straight to the database. */
export const asOwner = <T>(house: TestHouse, work: (client: pg.Client) => Promise<T>) => onServer(work, house.databaseName)

/** As the owner with every trigger asleep, like somebody with a copy of the files; all of it is undone again. */
export function inCopy<T>(house: TestHouse, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return asOwner(house, async (client) => {
    await client.query('begin; set local session_replication_role = replica')
    try {
      return await work(client)
    } finally {
      await client.query('rollback')
    }
  })
}

/** The account of this kind, by the id that legs name. */
export async function accountIn(house: TestHouse, { bank }: GivenBank, of: Partial<AccountKey>): Promise<string> {
  const accounts = await house.read((db) => accountsOf(db, bank.id, { every: true }))
  const fits = accounts.filter((account) => Object.entries(of).every(([key, value]) => account[key as keyof AccountKey] === value))
  assert.equal(fits.length, 1, `${fits.length} accounts are ${JSON.stringify(of)}`)
  return fits[0]?.id ?? ''
}

type Move = { bank: string; from: string; to: string; amount: bigint; day: Temporal.PlainDate }

/** An entry that moves something from one account to another, without a verb. */
export async function moved(tx: Tx, { bank, from, to, amount, day }: Move): Promise<void> {
  const legs = [
    { account: from, amount: -amount },
    { account: to, amount },
  ]
  await post(tx, { id: tx.newId(), bank, kind: 'deposit', day, asked: {}, legs })
}
