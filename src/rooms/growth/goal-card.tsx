import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import { Facts } from '#ui/facts'
import { Card } from '#ui/notice'
import { latestBy } from './growth.ts'
import type { Goal } from './reads.ts'
import { apart, joined, sayAttainment, sayRating } from './words-of.ts'

type GoalProps = { say: Say; two: OfTwo; goal: Goal }

/** Whose goal it is: of both, the reader's own, or the partner's. */
export function sayWhose(say: Say, { pair, side, partner }: OfTwo, { ofPerson }: Goal): string {
  const whose = ofPerson === null ? 'both' : ofPerson === pair[side] ? 'mine' : 'theirs'
  return say('page.growth.whose', { whose, name: apart(partner.name) })
}

/** What would show it, and how far each of the two says it is. */
export function GoalFacts({ say, two, goal }: GoalProps) {
  const { pair, side, partner } = two
  return (
    <Facts
      facts={[
        [say('page.growth.shown-by'), goal.shownBy === null ? null : <span dir="auto">{goal.shownBy}</span>],
        [say('label.growth.you'), sayRating(say, latestBy(goal.ratings, pair[side]))],
        [apart(partner.name), sayRating(say, latestBy(goal.ratings, partner.id))],
      ]}
    />
  )
}

/** "You: +1 more than expected; Amina: not said yet". */
function sayRatings(say: Say, { pair, side, partner }: OfTwo, { ratings }: Goal): string {
  const said = (name: string, person: string) => {
    const latest = latestBy(ratings, person)
    const words = latest === undefined ? say('label.attainment.none') : sayAttainment(say, latest.value)
    return say('page.growth.said', { name, words })
  }
  return joined(say, [said(say('label.growth.you'), pair[side]), said(apart(partner.name), partner.id)])
}

/** A goal at a glance, and the way to say how far it is. */
export function GoalCard({ say, two, goal }: GoalProps) {
  return (
    <Card>
      <h3 dir="auto">{goal.text}</h3>
      <p class="small soft">{sayWhose(say, two, goal)}</p>
      <p class="small">{sayRatings(say, two, goal)}</p>
      <p>
        <a href={`/goals/${goal.id}`}>
          {say(two.pair.endedAt === null ? 'page.growth.goal-open' : 'page.growth.goal-read')}
          <span class="hidden"> {apart(goal.text)}</span>
        </a>
      </p>
    </Card>
  )
}
