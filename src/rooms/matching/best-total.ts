import { type Matching, mostMatched, type Shortage, shortOfPlaces } from './most-matched.ts'
import { type Placing, placeAll } from './place-all.ts'
import type { Graph } from './problem.ts'

export type Whole = {
  mentorOf: Int32Array
  matched: number
  /** What one more place with a mentor would be worth, and what a mentee keeps at those prices, each within their own part. */
  mentorPrice: Float64Array
  menteePrice: Float64Array
  /** Who belongs to the part of the crowd that is short of places. */
  short: Shortage
}

/**
 * The greatest total among all ways to match as many mentees as can be, and of those the one with the least sum of ties.
 *
 * A greatest matching splits the crowd in two, whichever it is: where places are short every place is taken, elsewhere every
 * mentee is. No pair of the best whole crosses from one part to the other, so each is solved on its own from its scarce side, and
 * nothing has to be made so costly that it outranks a match.
 */
export function bestTotal(graph: Graph): Whole {
  const matching = mostMatched(graph)
  const short = shortOfPlaces(graph, matching)
  const whole: Whole = {
    mentorOf: new Int32Array(graph.n).fill(-1),
    matched: matching.matched,
    mentorPrice: new Float64Array(graph.m),
    menteePrice: new Float64Array(graph.n),
    short,
  }
  placeMentees(graph, short, whole)
  placeMentors(graph, short, matching, whole)
  return whole
}

/** Places to spare: each mentee is a row, each mentor a column. */
function placeMentees(graph: Graph, short: Shortage, whole: Whole): void {
  const mentees = indexesOf(graph.n, (i) => short.mentee[i] === 0)
  const edges: number[] = []
  const listStart = new Int32Array(mentees.length + 1)
  mentees.forEach((i, row) => {
    for (let e = graph.rowStart[i]!; e < graph.rowStart[i + 1]!; e++) if (short.mentor[graph.column[e]!] === 0) edges.push(e)
    listStart[row + 1] = edges.length
  })
  const sorted = bestFirst(graph, edges, listStart)
  const placed = placeAll({
    rows: mentees.length,
    columns: graph.m,
    listOf: Int32Array.from(mentees.keys()),
    listStart,
    column: sorted.map((e) => graph.column[e]!),
    ...worthOf(graph, sorted),
    capacity: graph.capacity,
  })
  mentees.forEach((i, row) => {
    whole.mentorOf[i] = placed.columnOf[row]!
    whole.menteePrice[i] = placed.gain[row]!
  })
  for (let j = 0; j < graph.m; j++) if (short.mentor[j] === 0) whole.mentorPrice[j] = placed.price[j]!
}

/** Places short: each place of a mentor is a row, each mentee a column, so the few bid for the many. */
function placeMentors(graph: Graph, short: Shortage, { used }: Matching, whole: Whole): void {
  const mentors = indexesOf(graph.m, (j) => short.mentor[j] === 1 && used[j]! > 0)
  const { edges, listStart, menteeOf } = turned(graph, short, mentors)
  const places = mentors.flatMap((j, list) => new Array<number>(used[j]!).fill(list))
  const sorted = bestFirst(graph, edges, listStart)
  const placed = placeAll({
    rows: places.length,
    columns: graph.n,
    listOf: Int32Array.from(places),
    listStart,
    column: sorted.map((e) => menteeOf[e]!),
    ...worthOf(graph, sorted),
    capacity: new Int32Array(graph.n).fill(1),
  })
  places.forEach((list, row) => {
    whole.mentorOf[placed.columnOf[row]!] = mentors[list]!
    whole.mentorPrice[mentors[list]!] = placed.gain[row]!
  })
  for (let i = 0; i < graph.n; i++) if (short.mentee[i] === 1) whole.menteePrice[i] = placed.price[i]!
}

/** The pairs of each mentor in the short part; a mentee in it has pairs with these mentors only. */
function turned(graph: Graph, short: Shortage, mentors: readonly number[]) {
  const lists: number[][] = Array.from({ length: graph.m }, () => [])
  const menteeOf = new Int32Array(graph.rowStart[graph.n]!)
  for (let i = 0; i < graph.n; i++) {
    if (short.mentee[i] === 0) continue
    for (let e = graph.rowStart[i]!; e < graph.rowStart[i + 1]!; e++) {
      lists[graph.column[e]!]!.push(e)
      menteeOf[e] = i
    }
  }
  const listStart = new Int32Array(mentors.length + 1)
  mentors.forEach((j, list) => {
    listStart[list + 1] = listStart[list]! + lists[j]!.length
  })
  return { edges: mentors.flatMap((j) => lists[j]!), listStart, menteeOf }
}

function bestFirst({ weight, tie }: Graph, edges: readonly number[], listStart: Int32Array): Int32Array {
  const sorted = Int32Array.from(edges)
  for (let list = 0; list + 1 < listStart.length; list++) {
    sorted.subarray(listStart[list]!, listStart[list + 1]!).sort((a, b) => weight[b]! - weight[a]! || tie[a]! - tie[b]!)
  }
  return sorted
}

function worthOf(graph: Graph, edges: Int32Array): Pick<Placing, 'weight' | 'tie'> {
  return { weight: edges.map((e) => graph.weight[e]!), tie: Float64Array.from(edges, (e) => graph.tie[e]!) }
}

function indexesOf(count: number, keeps: (index: number) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => index).filter(keeps)
}
