import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Money } from './funding.ts'

/** What a funder said and signed, in each currency that they did it in. */
export type Promised = Money & { funder: string; kind: 'pledged' | 'committed' }

export async function promisedIn(db: Db, bank: string, gone: readonly string[]): Promise<Promised[]> {
  const { rows } = await sql<Promised>`
    select funder, 'pledged' as kind, currency, minor_digits, sum(amount)::int8 as amount from pledges
      where bank = ${bank} and id <> all(${[...gone]}::uuid[]) group by funder, currency, minor_digits
    union all
    select funder, 'committed', currency, minor_digits, sum(amount)::int8 from commitments
      where bank = ${bank} group by funder, currency, minor_digits
    order by currency`.execute(db)
  return rows
}

/** What came from a funder and what went back, in the bank's currency; and how many receipts, in kind, returns there are. */
export type Moved = { funder: string; received: bigint; receipts: number; returned: bigint; waiting: bigint }

export async function movedIn(db: Db, bank: string, gone: readonly string[]): Promise<Moved[]> {
  const ids = sql`${[...gone]}::uuid[]`
  const { rows } = await sql<Moved>`
    select f.funder, sum(f.received)::int8 as received, sum(f.receipts)::int as receipts, sum(f.returned)::int8 as returned,
      sum(f.waiting)::int8 as waiting
    from (
      select funder, ledger_amount as received, 1 as receipts, 0::int8 as returned, 0::int8 as waiting from receipts
        where bank = ${bank} and id <> all(${ids})
      union all select funder, 0, 0, amount, 0 from money_returns where bank = ${bank} and id <> all(${ids})
      union all select c.funder, 0, 0, 0, c.amount from contributions c where c.bank = ${bank}
        and not exists (select 1 from contribution_decisions d where d.contribution = c.id)
    ) f group by f.funder`.execute(db)
  return rows
}

/** What came, in the order in which it came, in both of a funder's currencies: for first in, first out. */
export async function receivedInOrder(db: Db, funder: string, gone: readonly string[]) {
  const { rows } = await sql<{ id: string; ledger: bigint; foreign: bigint }>`
    select id, ledger_amount as ledger, report_amount as "foreign" from receipts
    where funder = ${funder} and id <> all(${[...gone]}::uuid[]) order by value_date, number`.execute(db)
  return rows
}

/** All that a bank ever took in, its reversed receipts too: no sum of it may pass what the books can hold. */
export async function receivedEver(db: Db, bank: string): Promise<bigint> {
  const { rows } = await sql<{ sum: string }>`
    select (coalesce((select sum(ledger_amount) from receipts where bank = ${bank}), 0)
      + coalesce((select sum(amount) from contributions where bank = ${bank}), 0)
      + coalesce((select sum(amount) from pledges where bank = ${bank}), 0))::text as sum`.execute(db)
  return BigInt(rows[0]?.sum ?? '0')
}
