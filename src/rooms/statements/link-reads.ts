import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Db } from '#ground/db'
import type { FunderLink, LinkActivity, LinkEntry, LinkMeeting, LinkMoney, LinkStep, LinkSums, MoneyPart } from './links.ts'

/** The links of a funder, the latest first. */
export async function linksOf(db: Db, funder: string, rowsMax: number): Promise<FunderLink[]> {
  return db
    .selectFrom('funderLinks as l')
    .leftJoin('funderLinkEnds as e', 'e.link', 'l.id')
    .select(['l.id', 'l.until', 'l.at', 'e.at as endedAt'])
    .where('l.funder', '=', funder)
    .orderBy('l.at', 'desc')
    .limit(rowsMax)
    .execute()
}

export async function funderOfLinkRow(db: Db, link: string): Promise<{ funder: string } | undefined> {
  return db.selectFrom('funderLinks').select('funder').where('id', '=', link).executeTakeFirst()
}

/** What a funder may see by its link; undefined where the secret opens nothing, or nothing any more. */
export async function sumsByLink(db: Db, token: string): Promise<LinkSums | undefined> {
  const { rows } = await sql<LinkSums>`select * from scope.funder_link_sums(${secretHash(token)}, ${db.now.toString()})`.execute(db)
  return rows[0]
}

export async function meetingsByLink(db: Db, token: string, { skip, rowsMax }: { skip: number; rowsMax: number }): Promise<LinkMeeting[]> {
  const { rows } = await sql<LinkMeeting>`
    select * from scope.funder_link_meetings(${secretHash(token)}, ${db.now.toString()}, ${skip}, ${rowsMax})`.execute(db)
  return rows
}

type Part = { skip: number; rowsMax: number }

/** The entries behind one number of the funder's money. */
export async function entriesByLink(db: Db, token: string, part: MoneyPart, { skip, rowsMax }: Part): Promise<LinkEntry[]> {
  const { rows } = await sql<LinkEntry>`
    select * from scope.funder_link_entries(${secretHash(token)}, ${db.now.toString()}, ${part}, ${skip}, ${rowsMax})`.execute(db)
  return rows
}

export async function activityByLink(db: Db, token: string): Promise<LinkActivity | undefined> {
  const { rows } = await sql<LinkActivity>`
    select * from scope.funder_link_activity(${secretHash(token)}, ${db.now.toString()})`.execute(db)
  return rows[0]
}

export async function moneyByLink(db: Db, token: string): Promise<LinkMoney[]> {
  const { rows } = await sql<LinkMoney>`select * from scope.funder_link_money(${secretHash(token)}, ${db.now.toString()})`.execute(db)
  return rows
}

/** Every entry of one meeting, in order; of a receipt, its own. */
export async function trailByLink(db: Db, token: string, entry: string): Promise<LinkStep[]> {
  const { rows } = await sql<LinkStep>`select * from scope.funder_link_trail(${secretHash(token)}, ${db.now.toString()}, ${entry})`.execute(
    db,
  )
  return rows
}
