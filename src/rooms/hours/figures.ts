import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Account, AccountKind } from './account.ts'

/** What happened to one funder's money from a day to a day, both counted; minor units of the bank's currency. */
export type FunderFigures = {
  funder: string
  /** Free and reserved, on the evening before. */
  opening: bigint
  received: bigint
  returned: bigint
  /** Lent until the funder's own money comes, less what was paid back. */
  bridged: bigint
  /** Paid in a client's stead, less what came back; of the clients' own part, what was paid in their stead. */
  waived: bigint
  spent: bigint
  /** By hand, agreed to by two. */
  corrected: bigint
  closing: bigint
  /** Of the closing, what is reserved for meetings to come. */
  reserved: bigint
  inKind: bigint
}

export type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Summed in the database, since a bank's journal may be long: one pass over the legs of money. */
export async function funderFigures(db: Db, bank: string, { from, to }: Days): Promise<FunderFigures[]> {
  const [first, last] = [sql`${from.toString()}::date`, sql`${to.toString()}::date`]
  const { rows } = await sql<FunderFigures>`
    select f.id as funder,
      coalesce(sum(l.amount) filter (where a.kind in ('cash', 'reserved') and e.day < ${first}), 0)::int8 as opening,
      coalesce(-sum(l.amount) filter (where a.kind = 'from' and k.kind = 'deposit' and e.day >= ${first}), 0)::int8 as received,
      coalesce(sum(l.amount) filter (where a.kind = 'from' and k.kind = 'return' and e.day >= ${first}), 0)::int8 as returned,
      coalesce(sum(l.amount) filter (where a.kind = 'spent' and e.day >= ${first}), 0)::int8 as spent,
      coalesce(-sum(l.amount) filter (where a.kind = 'bridged' and e.day >= ${first}), 0)::int8 as bridged,
      coalesce(sum(l.amount) filter (where a.kind = 'cash' and k.kind = 'waive' and e.day >= ${first}), 0)::int8 as waived,
      coalesce(sum(l.amount) filter (where a.kind in ('cash', 'reserved') and k.kind = 'adjust' and e.day >= ${first}), 0)::int8
        as corrected,
      coalesce(sum(l.amount) filter (where a.kind in ('cash', 'reserved')), 0)::int8 as closing,
      coalesce(sum(l.amount) filter (where a.kind = 'reserved'), 0)::int8 as reserved,
      coalesce(sum(l.amount) filter (where a.kind = 'in-kind' and e.day >= ${first}), 0)::int8 as in_kind
    from funders f
      left join accounts a on a.funder = f.id and a.kind in ('cash', 'reserved', 'spent', 'from', 'in-kind', 'bridged')
      left join legs l on l.account = a.id
      left join entries e on e.id = l.entry and e.day <= ${last}
      -- A reversal counts as what it reverses.
      left join lateral (select coalesce((select o.kind from entries o where o.id = e.reverses), e.kind) as kind) k on true
    where f.bank = ${bank} and (l.entry is null or e.id is not null)
    group by f.id, f.position order by f.position`.execute(db)
  return rows
}

export type Delivered = { minutes: bigint; meetings: bigint; holders: bigint }

/** The hours confirmed from a day to a day, in how many meetings, for how many holders; what was reversed is not counted. */
export async function deliveredIn(db: Db, bank: string, { from, to }: Days): Promise<Delivered> {
  const { rows } = await sql<Delivered>`
    select coalesce(sum(l.amount), 0)::int8 as minutes, count(distinct e.id) as meetings, count(distinct e.holder) as holders
    from entries e join legs l on l.entry = e.id join accounts a on a.id = l.account and a.kind = 'used'
    where e.bank = ${bank} and e.kind = 'spend' and e.day between ${from.toString()}::date and ${to.toString()}::date
      and not exists (select 1 from entries r where r.reverses = e.id)`.execute(db)
  return rows[0] ?? { minutes: 0n, meetings: 0n, holders: 0n }
}

export type HolderFigures = {
  holder: string
  allotted: bigint
  held: bigint
  used: bigint
  lost: bigint
  paid: bigint
  owed: bigint
  credit: bigint
}

/** Each client's minutes, and what they paid of their own part, owe of it, and have paid ahead. */
export async function holderFigures(db: Db, bank: string, rowsMax: number): Promise<HolderFigures[]> {
  const { rows } = await sql<HolderFigures>`
    select a.holder,
      coalesce(sum(a.balance) filter (where a.kind = 'allotted'), 0)::int8 as allotted,
      coalesce(sum(a.balance) filter (where a.kind = 'held'), 0)::int8 as held,
      coalesce(sum(a.balance) filter (where a.kind = 'used'), 0)::int8 as used,
      coalesce(sum(a.balance) filter (where a.kind = 'lost'), 0)::int8 as lost,
      coalesce((select sum(l.amount) from entries e join legs l on l.entry = e.id join accounts c on c.id = l.account and c.kind = 'cash'
        where e.bank = ${bank} and e.holder = a.holder and e.kind in ('deposit', 'return')
          and not exists (select 1 from entries r where r.reverses = e.id)), 0)::int8 as paid,
      coalesce(-least(sum(a.balance) filter (where a.kind = 'cash'), 0), 0)::int8 as owed,
      coalesce(greatest(sum(a.balance) filter (where a.kind = 'cash') - (
        select coalesce(sum(l.amount), 0) from entries e left join entries o on o.id = e.reverses
          join legs l on l.entry = e.id join accounts c on c.id = l.account and c.holder = a.holder
        where e.bank = ${bank} and e.holder = a.holder and 'waive' in (e.kind, o.kind)), 0), 0)::int8 as credit
    from accounts a where a.bank = ${bank} and a.holder is not null and a.kind in ('allotted', 'held', 'used', 'lost', 'cash')
    group by a.holder order by a.holder limit ${rowsMax}`.execute(db)
  return rows
}

export type CoachFigures = { coach: string; payable: bigint; paid: bigint }

/** What each coach is owed, and was paid. */
export async function coachFigures(db: Db, bank: string, rowsMax: number): Promise<CoachFigures[]> {
  const { rows } = await sql<CoachFigures>`
    select holder as coach, coalesce(-sum(balance) filter (where kind = 'payable'), 0)::int8 as payable,
      coalesce(-sum(balance) filter (where kind = 'paid'), 0)::int8 as paid
    from accounts where bank = ${bank} and kind in ('payable', 'paid') and holder is not null
    group by holder order by holder limit ${rowsMax}`.execute(db)
  return rows
}

/** What was spent of all funders' money, month by month, and in how many meetings; reversals taken off. */
export async function spentByMonth(db: Db, bank: string): Promise<{ month: Temporal.PlainDate; amount: bigint; meetings: number }[]> {
  const { rows } = await sql<{ month: Temporal.PlainDate; amount: bigint; meetings: number }>`
    select date_trunc('month', e.day)::date as month, sum(l.amount)::int8 as amount, count(distinct e.id)::int as meetings
    from entries e join legs l on l.entry = e.id join accounts a on a.id = l.account and a.kind = 'spent'
      join funders f on f.id = a.funder and f.kind <> 'budget'
    where e.bank = ${bank} and e.kind = 'spend' and not exists (select 1 from entries r where r.reverses = e.id)
    group by 1 order by 1`.execute(db)
  return rows
}

/** The accounts of a bank with their bounds. */
export async function boundedAccounts(db: Db, bank: string): Promise<(Account & { ceiling: bigint | null })[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'kind', 'unit', 'funder', 'holder', 'band', 'floor', 'ceiling', 'balance'])
    .where('bank', '=', bank)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AccountKind }))
}
