import { sayAgo, sayInstant } from '#ground/when'
import { type Key, type Say, sayKey } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { type Feed, feedRules } from './feed.ts'
import type { Section } from './section.ts'

type FeedProps = Section & { feed: Feed | undefined; now: Temporal.Instant }

/** The calendar that is read for busy times: where it stands, or where to paste its address. */
export function FeedSection({ asked, again, feed, now }: FeedProps) {
  const { say, formId } = asked
  return (
    <>
      <h2>{say('page.hours.feed')}</h2>
      <p>{say('page.hours.feed-lead')}</p>
      {feed === undefined ? null : <Standing say={say} feed={feed} now={now} />}
      <details open={feed === undefined || again !== undefined}>
        <summary>{say(feed === undefined ? 'page.hours.feed-add' : 'page.hours.feed-other')}</summary>
        <form method="post" action="/me/busy-feed">
          <Hidden name="id" value={formId} />
          <TextField
            say={say}
            again={again}
            name="address"
            label={say('page.hours.feed-address')}
            hint={say('page.hours.feed-hint')}
            seen={say('page.hours.feed-seen')}
            type="url"
            maxlength={2_000}
          />
          <button type="submit" class="second">
            {say('page.hours.feed-save')}
          </button>
        </form>
      </details>
    </>
  )
}

function Standing({ say, feed, now }: { say: Say; feed: Feed; now: Temporal.Instant }) {
  const { host, outcome, stoppedAt, readAt } = feed
  const isFailing = outcome !== null && outcome !== 'read'
  return (
    <Notice kind={isFailing ? 'bad' : readAt === null ? 'wait' : 'good'}>
      <p>
        {say('page.hours.feed-host', { host: `\u2068${host}\u2069` })} {sayRead(say, feed, now)}
      </p>
      {isFailing ? <p>{sayKey(say, `refusal.${outcome}` as Key)}</p> : null}
      {stoppedAt === null ? null : <p>{say('page.hours.feed-stopped', { days: feedRules.stopAfterDays })}</p>}
      {isFailing ? <Button action="/me/busy-feed/reading" label={say('page.hours.feed-again')} kind="second" /> : null}
      <Button action="/me/busy-feed/removal" label={say('page.hours.feed-remove')} kind="quiet" />
    </Notice>
  )
}

function sayRead(say: Say, { readAt, failingSince }: Feed, now: Temporal.Instant): string {
  if (failingSince !== null) return say('page.hours.feed-failing', { since: sayInstant(say, failingSince) })
  return readAt === null ? say('page.hours.feed-waiting') : say('page.hours.feed-read', { ago: sayAgo(say, readAt, now) })
}
