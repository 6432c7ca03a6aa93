import type { Tx } from '#ground/db'
import { type FeedMarks, type FetchOptions, fetchFeed } from '#ground/fetch-feed'
import { type Errand, errand } from '#ground/jobs'
import { Refusal } from '#ground/refusal'
import { zoneOr } from '#ground/zone'
import { profilesOf } from '#people/profile-reads'
import { afterFailure, type DueFeed, type FeedOutcome, feedRules } from './feed.ts'
import { claimFeeds, holdFeed, keepBusyTimes, settleFeed } from './feed-writes.ts'
import { readBusy } from './read-busy.ts'

type Brought = { outcome: FeedOutcome; spans?: Awaited<ReturnType<typeof readBusy>>; marks?: FeedMarks }

/** Reads the calendars that are due: taken in one transaction, read from outside in none, kept in another. */
export function readFeeds(options: FetchOptions = {}): Errand {
  const work = (feed: DueFeed) => bring(feed, options)
  return errand('read-busy-feeds', '*/10 * * * *', { claim, work, settle, atOnceMax: feedRules.atOnceMax })
}

async function claim(tx: Tx): Promise<DueFeed[]> {
  const feeds = await claimFeeds(tx)
  const profiles = await profilesOf(
    tx,
    feeds.map(({ person }) => person),
  )
  return feeds.map((feed) => ({ ...feed, zone: zoneOr(profiles.get(feed.person)?.zone ?? ''), at: tx.now }))
}

/** What a calendar says, or by which name it cannot be read; the address is in neither. */
async function bring({ address, zone, etag, modified, at }: DueFeed, options: FetchOptions): Promise<Brought> {
  try {
    const fetched = await fetchFeed(address, { etag, modified }, options)
    if (fetched === 'unchanged') return { outcome: 'read' }
    const { text, ...marks } = fetched
    const within = { from: at.epochMilliseconds, until: at.add({ hours: feedRules.aheadDays * 24 }).epochMilliseconds }
    return { outcome: 'read', spans: await readBusy({ text, zone, within }), marks }
  } catch (error) {
    if (error instanceof Refusal) return { outcome: error.reason as FeedOutcome }
    throw error
  }
}

async function settle(tx: Tx, feed: DueFeed, { outcome, spans, marks }: Brought): Promise<void> {
  if (!(await holdFeed(tx, feed.id))) return
  if (outcome !== 'read') return settleFeed(tx, feed.id, { outcome, ...afterFailure(feed, tx.now) })
  if (spans !== undefined) await keepBusyTimes(tx, feed, spans)
  const whole = spans === undefined ? {} : { ...marks, wholeAt: tx.now }
  const dueAt = feed.at.add({ minutes: feedRules.everyMinutes })
  await settleFeed(tx, feed.id, { outcome, ...whole, failures: 0, failingSince: null, stoppedAt: null, dueAt })
}
