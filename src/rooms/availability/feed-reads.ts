import type { Db } from '#ground/db'
import type { Feed, FeedOutcome } from './feed.ts'

/** One's own calendar, as far as it may be shown. */
export async function feedOf(db: Db, person: string): Promise<Feed | undefined> {
  const row = await db
    .selectFrom('busyFeeds')
    .select(['id', 'address', 'addedAt', 'readAt', 'outcome', 'failingSince', 'stoppedAt'])
    .where('person', '=', person)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { address, ...feed } = row
  return { ...feed, host: new URL(address).host, outcome: feed.outcome as FeedOutcome | null }
}

/** Whether a form of this id was kept before, removed since or not. */
export async function isFeedKnown(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('busyFeeds').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
