import { wholeFor } from '#pairing/compare'
import { type Cost, costOf, type Decision } from '#pairing/what-if'
import type { Reason } from '#scores/reasons'
import { forbidden, type Scored, scoreCrowd } from '#scores/score'
import { problemFrom, type Two, type Wanted } from './suggest.ts'

/** People by id; `after` is null for nobody. */
export type Mover = { mentee: string; after: string | null }

/** What a decision would cost, by name: the decided pair itself is not among those who move. */
export type Weighed = Omit<Cost, 'moves'> & { movers: Mover[] }

/** Another mentor whom a mentee may have, and what giving them, or changing places with who has them, costs; null where not weighed. */
export type Option = {
  mentor: string
  score: number
  reasons: Reason[]
  holder: string | null
  give: Weighed | null
  canSwap: boolean
  swap: Weighed | null
}

export type Options = { others: Option[]; apart: Weighed | null }

/** So many pairs are looked at again for weighing at most, about a second's work; what is beyond is told after it is done. */
const pairsWeighedMax = 3_000_000

/** What else a mentee could have, best first, each weighed against the whole. */
export function optionsFor(wanted: Wanted, mentee: string, most: number): Options {
  const scored = scoreCrowd(wanted)
  const i = scored.mentees.findIndex(({ id }) => id === mentee)
  if (i < 0) return { others: [], apart: null }
  const weigh = scalesFor(scored, { ...wanted, pins: pinsThatStand(scored, wanted.pins ?? []) }, i)
  const own = weigh.base[i]!
  const others = Array.from(scored.mentors.keys())
    .filter((j) => j !== own && weigh.hasPlace(j) && scoreIn(scored, i, j) !== forbidden)
    .sort((a, b) => scoreIn(scored, i, b) - scoreIn(scored, i, a) || a - b)
    .slice(0, most)
    .map((j) => {
      const holder = weigh.base.indexOf(j)
      const canSwap = own >= 0 && holder >= 0 && weigh.hasPlace(own) && scoreIn(scored, holder, own) !== forbidden
      return {
        mentor: scored.mentors[j]!.id,
        score: scoreIn(scored, i, j),
        reasons: scored.reasonsFor(i, j),
        holder: holder < 0 ? null : scored.mentees[holder]!.id,
        give: weigh.cost({ together: [[i, j]] }, [i]),
        canSwap,
        swap: canSwap
          ? weigh.cost(
              {
                together: [
                  [i, j],
                  [holder, own],
                ],
              },
              [i, holder],
            )
          : null,
      }
    })
  return { others, apart: own < 0 ? null : weigh.cost({ apart: [i, own] }, []) }
}

/** Decisions that a later must-not, or a place given up, has overtaken are not weighed: the next round refuses them by name. */
function pinsThatStand(scored: Scored, pins: readonly Two[]): Two[] {
  const places = scored.mentors.map(({ capacity }) => capacity)
  const pinned = new Set<number>()
  return pins.filter(({ mentee, mentor }) => {
    const i = scored.mentees.findIndex(({ id }) => id === mentee)
    const j = scored.mentors.findIndex(({ id }) => id === mentor)
    const stands = i >= 0 && j >= 0 && !pinned.has(i) && places[j]! > 0 && scoreIn(scored, i, j) !== forbidden
    if (stands) pinned.add(i)
    if (stands) places[j]!--
    return stands
  })
}

const scoreIn = ({ scores, mentors }: Scored, mentee: number, mentor: number) => scores[mentee * mentors.length + mentor]!

function scalesFor(scored: Scored, wanted: Wanted, mentee: number) {
  const problem = problemFrom(scored, wanted)
  const method = wanted.method ?? 'best'
  const base = wholeFor(problem, method)
  let pairsLeft = pairsWeighedMax
  const cost = (decision: Decision, decided: readonly number[]): Weighed | null => {
    pairsLeft -= problem.pair.length
    if (pairsLeft < 0) return null
    const { moves, ...rest } = costOf(problem, method, base, decision)
    const movers = moves
      .filter((move) => !decided.includes(move.mentee))
      .sort((a, b) => Number(b.mentee === mentee) - Number(a.mentee === mentee))
    return {
      ...rest,
      movers: movers.map((move) => ({ mentee: idOf(scored.mentees, move.mentee), after: idOrNone(scored.mentors, move.after) })),
    }
  }
  const pinned = new Map<number, number>()
  for (const [one, mentor] of problem.pins) if (one !== mentee) pinned.set(mentor, (pinned.get(mentor) ?? 0) + 1)
  /** Whether a decision of before leaves the mentor a place for this mentee. */
  const hasPlace = (mentor: number) => (pinned.get(mentor) ?? 0) < scored.mentors[mentor]!.capacity
  return { base, cost, hasPlace }
}

const idOf = (people: Scored['mentors'], at: number) => people[at]!.id
const idOrNone = (people: Scored['mentors'], at: number) => (at < 0 ? null : idOf(people, at))
