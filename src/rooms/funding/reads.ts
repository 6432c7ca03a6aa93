import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Bridge, Commitment, Contribution, MoneyReturn, Pledge, Receipt, Tranche } from './funding.ts'

/** Rows of a bank, or of one of its funders; the latest first. */
type Of = { bank: string; funder?: string; limit: number }

export async function pledgesOf(db: Db, { bank, funder, limit }: Of): Promise<Pledge[]> {
  return db
    .selectFrom('pledges')
    .selectAll()
    .where('bank', '=', bank)
    .$if(funder !== undefined, (query) => query.where('funder', '=', funder ?? ''))
    .orderBy('saidOn', 'desc')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export async function commitmentsOf(db: Db, { bank, funder, limit }: Of): Promise<Commitment[]> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('bank', '=', bank)
    .$if(funder !== undefined, (query) => query.where('funder', '=', funder ?? ''))
    .orderBy('signedOn', 'desc')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export async function findCommitment(db: Db, id: string): Promise<Commitment | undefined> {
  if (!isId(id)) return undefined
  return db.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirst()
}

/** With the day on which their condition was met, and what came of each; a receipt that was taken back is none. */
const tranchesSql = (gone: readonly string[]) => sql`
  select t.*, c.funder, c.currency, c.minor_digits, m.met_on, m.words as met_words, m.by as met_by,
    (select coalesce(sum(r.amount), 0)::int8 from receipts r where r.tranche = t.id and r.id <> all(${[...gone]}::uuid[])) as received
  from tranches t join commitments c on c.id = t.commitment left join tranche_conditions m on m.tranche = t.id`

/** Of commitments, or of a whole bank, in the order in which they are due. `gone` are receipts that were taken back. */
export async function tranchesOf(
  db: Db,
  of: { bank: string; commitments?: readonly string[] },
  gone: readonly string[],
): Promise<Tranche[]> {
  const these = of.commitments === undefined ? sql`true` : sql`t.commitment = any(${[...of.commitments]}::uuid[])`
  const { rows } = await sql<Tranche>`${tranchesSql(gone)} where t.bank = ${of.bank} and ${these} order by t.due_on, t.position`.execute(db)
  return rows
}

export async function findTranche(db: Db, id: string, gone: readonly string[] = []): Promise<Tranche | undefined> {
  if (!isId(id)) return undefined
  return (await sql<Tranche>`${tranchesSql(gone)} where t.id = ${id}`.execute(db)).rows[0]
}

/** What is lent against a tranche. `gone` are bridges that were taken back. */
export async function bridgedAgainst(db: Db, tranche: string, gone: readonly string[]): Promise<bigint> {
  const { rows } = await sql<{ lent: bigint }>`select coalesce(sum(amount), 0)::int8 as lent from bridges
    where tranche = ${tranche} and id <> all(${[...gone]}::uuid[])`.execute(db)
  return rows[0]?.lent ?? 0n
}

/** The bridges of a funder, the latest first. */
export async function bridgesOf(db: Db, { funder, limit }: { funder: string; limit: number }): Promise<Bridge[]> {
  return db
    .selectFrom('bridges')
    .selectAll()
    .where('funder', '=', funder)
    .orderBy('lentOn', 'desc')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export async function findBridge(db: Db, id: string): Promise<Bridge | undefined> {
  return db.selectFrom('bridges').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function receiptsOf(db: Db, { bank, funder, limit }: Of): Promise<Receipt[]> {
  return db
    .selectFrom('receipts')
    .selectAll()
    .where('bank', '=', bank)
    .$if(funder !== undefined, (query) => query.where('funder', '=', funder ?? ''))
    .orderBy('valueDate', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}

export async function findReceipt(db: Db, id: string): Promise<Receipt | undefined> {
  if (!isId(id)) return undefined
  return db.selectFrom('receipts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What somebody was called on the last receipt that they were given; undefined before the first. */
export async function payerOf(db: Db, bank: string, holder: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('receipts')
    .select('payer')
    .where('bank', '=', bank)
    .where('holder', '=', holder)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.payer
}

const contributionsSql = sql`select c.*, d.agreed, d.by as decided_by from contributions c
  left join contribution_decisions d on d.contribution = c.id`

export async function contributionsOf(db: Db, { bank, funder, limit }: Of): Promise<Contribution[]> {
  const theirs = funder === undefined ? sql`true` : sql`c.funder = ${funder}`
  const { rows } = await sql<Contribution>`${contributionsSql} where c.bank = ${bank} and ${theirs}
    order by c.given_on desc, c.at desc limit ${limit}`.execute(db)
  return rows
}

/** What waits for a second person. */
export async function contributionsWaiting(db: Db, bank: string): Promise<Contribution[]> {
  const { rows } = await sql<Contribution>`${contributionsSql} where c.bank = ${bank} and d.contribution is null
    order by c.at limit 20`.execute(db)
  return rows
}

export async function findContribution(db: Db, id: string): Promise<Contribution | undefined> {
  if (!isId(id)) return undefined
  return (await sql<Contribution>`${contributionsSql} where c.id = ${id}`.execute(db)).rows[0]
}

export async function returnsOf(db: Db, { bank, funder, limit }: Of): Promise<MoneyReturn[]> {
  return db
    .selectFrom('moneyReturns')
    .selectAll()
    .where('bank', '=', bank)
    .$if(funder !== undefined, (query) => query.where('funder', '=', funder ?? ''))
    .orderBy('returnedOn', 'desc')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}
