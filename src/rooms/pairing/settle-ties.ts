import { type Counts, mentorIn, type PackedRows, worthIn } from '#scores/packed'
import type { Priced } from './best-whole.ts'
import { placeAll } from './place-all.ts'
import type { Problem } from './problem.ts'

/**
 * One whole of all that have the greatest total: the one that keeps most standing pairs, then meets most wishes, then has the least sum
 * of ties. Answers the mentor of each mentee.
 *
 * A whole is as good as the one given exactly when all its pairs are tight at the prices, and every mentor and mentee with a price above
 * 0 is taken (complementary slackness). So what is left is to choose among tight pairs, few as they are, with the priced taken first.
 */
export function settleTies(rows: PackedRows, whole: Priced, problem: Problem, counts: Counts = worthIn): Int32Array {
  const mentorOf = new Int32Array(rows.n).fill(-1)
  const tight = tightPairs(rows, whole, counts)
  settleMentees(rows, whole, problem, tight, mentorOf)
  settleMentors(rows, whole, problem, tight, mentorOf)
  return mentorOf
}

/** Pairs by the mentee's and the mentor's place. */
type Tight = { mentee: Int32Array; mentor: Int32Array }

function tightPairs({ n, capacity, rowStart, pair }: PackedRows, whole: Priced, counts: Counts): Tight {
  const { mentorPrice, menteePrice, short } = whole
  const mentee: number[] = []
  const mentor: number[] = []
  for (let i = 0; i < n; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (short.mentee[i] !== short.mentor[j] || capacity[j] === 0) continue
      if (counts(pair[e]!, i) !== menteePrice[i]! + mentorPrice[j]!) continue
      mentee.push(i)
      mentor.push(j)
    }
  }
  return { mentee: Int32Array.from(mentee), mentor: Int32Array.from(mentor) }
}

/** Places to spare: each mentee is a row, each mentor a column. */
function settleMentees({ n, m, capacity }: PackedRows, whole: Priced, problem: Problem, tight: Tight, mentorOf: Int32Array): void {
  const mentees = placesWhere(n, (i) => whole.short.mentee[i] === 0)
  const edges = placesWhere(tight.mentee.length, (e) => whole.short.mentee[tight.mentee[e]!] === 0)
  const lists = listsOf(
    edges,
    tight.mentee,
    mentees,
    worthOf(problem, tight, (e) => whole.mentorPrice[tight.mentor[e]!]! > 0),
  )
  const rowOf = placeAll({
    rows: mentees.length,
    columns: m,
    listOf: Int32Array.from(mentees.keys()),
    ...lists,
    column: lists.edge.map((e) => tight.mentor[e]!),
    capacity,
  })
  mentees.forEach((i, row) => {
    mentorOf[i] = rowOf[row]!
  })
}

/** Places short: each place of a mentor is a row, each mentee a column. */
function settleMentors({ n, m, capacity }: PackedRows, whole: Priced, problem: Problem, tight: Tight, mentorOf: Int32Array): void {
  const mentors = placesWhere(m, (j) => whole.short.mentor[j] === 1 && capacity[j]! > 0)
  const edges = placesWhere(tight.mentor.length, (e) => whole.short.mentor[tight.mentor[e]!] === 1)
  const lists = listsOf(
    edges,
    tight.mentor,
    mentors,
    worthOf(problem, tight, (e) => whole.menteePrice[tight.mentee[e]!]! > 0),
  )
  const places = Array.from(mentors).flatMap((j, list) => new Array<number>(capacity[j]!).fill(list))
  const columnOf = placeAll({
    rows: places.length,
    columns: n,
    listOf: Int32Array.from(places),
    ...lists,
    column: lists.edge.map((e) => tight.mentee[e]!),
    capacity: new Int32Array(n).fill(1),
  })
  places.forEach((list, row) => {
    mentorOf[columnOf[row]!] = mentors[list]!
  })
}

type Worth = { weight: (e: number) => number; tie: (e: number) => number }

/** One digit for each aim, the earlier the higher; no sum of a lower digit over all mentees carries over. */
function worthOf(problem: Problem, { mentee, mentor }: Tight, isPriced: (e: number) => boolean): Worth {
  const digit = problem.n + 1
  return {
    weight: (e) => {
      const stands = problem.standing?.[mentee[e]!] === mentor[e] ? digit : 0
      const wish = problem.isWishMet?.(mentee[e]!, mentor[e]!) ? 1 : 0
      return (isPriced(e) ? digit * digit : 0) + stands + wish
    },
    tie: (e) => problem.tie(mentee[e]!, mentor[e]!),
  }
}

/** The pairs of each owner, by weight from the greatest, then by tie from the least. */
function listsOf(edges: Int32Array, ownerOf: Int32Array, owners: Int32Array, { weight, tie }: Worth) {
  const listOf = new Map(Array.from(owners, (owner, list) => [owner, list]))
  const weights = Float64Array.from({ length: ownerOf.length })
  const ties = Float64Array.from({ length: ownerOf.length })
  const listStart = new Int32Array(owners.length + 1)
  for (const e of edges) {
    weights[e] = weight(e)
    ties[e] = tie(e)
    listStart[listOf.get(ownerOf[e]!)! + 1]!++
  }
  for (let list = 0; list < owners.length; list++) listStart[list + 1]! += listStart[list]!
  const next = listStart.slice()
  const edge = new Int32Array(edges.length)
  for (const e of edges) edge[next[listOf.get(ownerOf[e]!)!]!++] = e
  for (let list = 0; list < owners.length; list++) {
    edge.subarray(listStart[list]!, listStart[list + 1]!).sort((a, b) => weights[b]! - weights[a]! || ties[a]! - ties[b]!)
  }
  return { listStart, edge, weight: Float64Array.from(edge, (e) => weights[e]!), tie: Float64Array.from(edge, (e) => ties[e]!) }
}

function placesWhere(count: number, keeps: (at: number) => boolean): Int32Array {
  const kept: number[] = []
  for (let at = 0; at < count; at++) if (keeps(at)) kept.push(at)
  return Int32Array.from(kept)
}
