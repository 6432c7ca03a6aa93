import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Span } from '#ground/spans'
import { type DueFeed, feedRules } from './feed.ts'

/** False where it is there already, or was. */
export async function insertFeed(tx: Tx, id: string, person: string, address: string): Promise<boolean> {
  const written = await tx
    .insertInto('busyFeeds')
    .values({ id, person, address, addedAt: tx.now, dueAt: tx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** Forgets the address and all that was read; answers whether there was one. */
export async function removeFeed(tx: Tx, person: string): Promise<string | undefined> {
  const feed = await tx
    .updateTable('busyFeeds')
    .set({ address: '', removedAt: tx.now, etag: null, modified: null })
    .where('person', '=', person)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await tx.deleteFrom('busyTimes').where('person', '=', person).execute()
  return feed?.id
}

/** The next sweep reads it from end to end, whatever came before. */
export async function makeFeedDue(tx: Tx, person: string): Promise<void> {
  await tx
    .updateTable('busyFeeds')
    .set({ dueAt: tx.now, stoppedAt: null, failures: 0, failingSince: null, wholeAt: null })
    .where('person', '=', person)
    .where('removedAt', 'is', null)
    .execute()
}

/** Takes the feeds that are due, the longest waiting first, and puts them off, so that nobody else takes them. */
export async function claimFeeds(tx: Tx): Promise<Omit<DueFeed, 'zone' | 'at'>[]> {
  const wholeSince = tx.now.subtract({ hours: feedRules.wholeHours })
  const { rows } = await sql<Omit<DueFeed, 'zone' | 'at'> & { isWholeDue: boolean }>`
    update busy_feeds f set due_at = ${tx.now.add({ minutes: feedRules.everyMinutes })}
    where f.id in (select id from busy_feeds where removed_at is null and stopped_at is null and due_at <= ${tx.now}
      order by due_at, id limit ${feedRules.feedsASweepMax} for update skip locked)
    returning f.id, f.person, f.address, f.etag, f.modified, f.failures, f.failing_since,
      (f.whole_at is null or f.whole_at <= ${wholeSince}) as is_whole_due`.execute(tx)
  return rows.map(({ isWholeDue, ...row }) => ({ ...row, ...(isWholeDue ? { etag: null, modified: null } : {}) }))
}

/** Holds a feed that is still read; false where it was removed while we were away. */
export async function holdFeed(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('busyFeeds')
    .select('id')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function keepBusyTimes(tx: Tx, { id, person }: Pick<DueFeed, 'id' | 'person'>, spans: readonly Span[]): Promise<void> {
  await tx.deleteFrom('busyTimes').where('feed', '=', id).execute()
  const instants = (side: keyof Span) => spans.map((span) => Temporal.Instant.fromEpochMilliseconds(span[side]).toString())
  await sql`insert into busy_times (feed, person, from_at, until_at) select ${id}, ${person}, s.from_at, s.until_at
    from unnest(${instants('from')}::timestamptz[], ${instants('until')}::timestamptz[]) as s (from_at, until_at)`.execute(tx)
}

type Standing = {
  outcome: string
  etag?: string | null
  modified?: string | null
  wholeAt?: Temporal.Instant
  failures: number
  failingSince: Temporal.Instant | null
  stoppedAt: Temporal.Instant | null
  dueAt: Temporal.Instant
}

export async function settleFeed(tx: Tx, id: string, standing: Standing): Promise<void> {
  await tx
    .updateTable('busyFeeds')
    .set({ ...standing, ...(standing.outcome === 'read' ? { readAt: tx.now } : {}) })
    .where('id', '=', id)
    .execute()
}
