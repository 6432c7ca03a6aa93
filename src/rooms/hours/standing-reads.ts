import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { AccountKind } from './account.ts'
import type { Funder } from './bank.ts'

/** What the accounts of one kind and funder stand at together, all holders and bands of it, in the bank's currency. */
export type Standing = { funder: string; kind: AccountKind; balance: bigint }

export async function standingOf(db: Db, bank: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select a.funder, a.kind, sum(a.balance)::int8 as balance from accounts a join banks b on b.id = a.bank
    where a.bank = ${bank} and a.funder is not null and a.unit = b.currency group by a.funder, a.kind`.execute(db)
  return rows
}

/** Minutes used on the days from one to another, both counted; what was taken back there is taken off. */
export async function minutesUsed(db: Db, bank: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<bigint> {
  const { rows } = await sql<{ minutes: bigint }>`
    select coalesce(sum(l.amount), 0)::int8 as minutes from entries e
    join legs l on l.entry = e.id join accounts a on a.id = l.account and a.kind = 'used'
    where e.bank = ${bank} and e.day between ${from.toString()} and ${to.toString()}`.execute(db)
  return rows[0]?.minutes ?? 0n
}

/** The entries of money coming in and going back that were reversed. */
export async function moneyReversed(db: Db, bank: string): Promise<string[]> {
  const { rows } = await sql<{ reverses: string }>`
    select r.reverses from entries r join entries e on e.id = r.reverses
    where r.bank = ${bank} and r.reverses is not null and e.kind in ('deposit', 'pledge', 'in-kind', 'bridge', 'waive', 'return')`.execute(
    db,
  )
  return rows.map(({ reverses }) => reverses)
}

export async function findFunder(db: Db, id: string): Promise<Funder | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('funders')
    .select(['id', 'bank', 'name', 'kind', 'position', 'reportCurrency', 'coversPoints'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as Funder['kind'] }
}
