import type { Say } from '#ground/words'
import { Tag } from '#ui/notice'
import { When } from '#ui/when'
import { type Meeting, outcomeOf, stateOf } from './meeting.ts'

const kinds = {
  planned: undefined,
  'ask-to-move': 'wait',
  'to-tell': 'wait',
  held: 'good',
  'not-held': undefined,
  differs: 'bad',
  cancelled: undefined,
} as const

/** One meeting in a list: when, and how it stands. */
export function MeetingRow({ say, meeting, now, me }: { say: Say; meeting: Meeting; now: Temporal.Instant; me: string | null }) {
  const state = stateOf(meeting, now)
  return (
    <li>
      <a href={`/meetings/${meeting.id}`}>
        <When say={say} at={meeting.startsAt} />
      </a>{' '}
      <Tag kind={kinds[state]}>{sayState(say, meeting, now, me)}</Tag>
    </li>
  )
}

/** How a meeting stands, in a word or two. */
export function sayState(say: Say, meeting: Meeting, now: Temporal.Instant, me: string | null): string {
  const state = stateOf(meeting, now)
  const outcome = outcomeOf(meeting)
  if (state === 'held') return say('meeting.state.held', { minutes: outcome?.minutes ?? meeting.minutes })
  if (state === 'not-held' && outcome) return sayHappened(say, meeting, outcome.happened, me)
  return say(`meeting.state.${state === 'not-held' ? 'cancelled' : state}`)
}

/** What somebody said of a meeting; who was absent is said as the reader stands to them. */
export function sayHappened(say: Say, meeting: Meeting, happened: string, me: string | null): string {
  const absent = happened === 'absent-host' ? meeting.host : happened === 'absent-guest' ? meeting.guest : null
  return say('meeting.happened', { what: absent === null ? happened : absent === me ? 'absentMe' : 'absentOther' })
}
