import type { Say } from '#ground/words'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import type { Round, RoundPair } from './round.ts'
import { type Faces, nameIn } from './round-people.ts'
import { sayReasons } from './sentence.ts'

/** One pair of a round: who, why, and who would have been next. */
export function PairCard({ say, faces, round, pair }: { say: Say; faces: Faces; round: Round; pair: RoundPair }) {
  const mentor = faces.get(pair.mentorEnrolment)
  const mentee = faces.get(pair.menteeEnrolment)
  const runnerUp = pair.runnerUp === null ? null : { name: nameIn(faces, pair.runnerUp.mentorEnrolment), behind: pair.runnerUp.behind }
  return (
    <li class="card">
      <p class="pair">
        <Name name={mentee?.name ?? '–'} /> <span class="to">{say('page.round.with')}</span> <Name name={mentor?.name ?? '–'} />
        {pair.pinned ? <Tag kind="good">{say('page.round.pin.together')}</Tag> : null}
      </p>
      <p>{sayReasons(say, pair.reasons)}</p>
      <p class="soft small">
        {runnerUp === null
          ? say('page.round.no-runner-up')
          : say(runnerUp.behind > 0 ? 'page.round.runner-up' : 'page.round.runner-up-taken', {
              name: `\u2068${runnerUp.name}\u2069`,
              points: Math.abs(runnerUp.behind),
            })}{' '}
        {round.end === null ? (
          <a href={`/rounds/${round.id}/pairs/${pair.menteeEnrolment}`}>
            {say('page.round.change')}
            <span class="hidden"> {mentee?.name}</span>
          </a>
        ) : null}
      </p>
    </li>
  )
}
