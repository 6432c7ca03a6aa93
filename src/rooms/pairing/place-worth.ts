import { mentorIn, type PackedRows, worthIn } from '#scores/packed'
import type { Priced } from './best-whole.ts'
import { nearHeap } from './near-heap.ts'

/**
 * What one more place with each mentor would bring the whole, in points: where places are short besides one more matched, and then
 * perhaps below 0. A price alone is only the most that it can be, since many prices prove the same whole; the points that a newcomer or a
 * mover falls short of their two prices come off it, along the cheapest chain of moves (Dijkstra over reduced costs, from whoever is left
 * over, and from each place to spare that may as well stay empty). `chosen` is the mentor of each mentee, -1 for none.
 */
export function placeWorth(rows: PackedRows, { mentorPrice, menteePrice, short }: Priced, chosen: Int32Array): Int32Array {
  const { n, m, rowStart, pair } = rows
  const menteesOf = Map.groupBy(chosen.keys(), (i) => chosen[i]!)
  const lost = Float64Array.from(mentorPrice, (price, j) => (short.mentor[j] === 1 ? Number.POSITIVE_INFINITY : price))
  const isDone = new Uint8Array(m)
  const heap = nearHeap()
  const move = (mentee: number, lostAlready: number) => {
    for (let e = rowStart[mentee]!; e < rowStart[mentee + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (short.mentor[j] !== short.mentee[mentee]) continue
      const through = lostAlready + menteePrice[mentee]! + mentorPrice[j]! - worthIn(pair[e]!)
      if (through >= lost[j]!) continue
      lost[j] = through
      heap.push(through, j)
    }
  }
  for (let j = 0; j < m; j++) if (short.mentor[j] === 0) heap.push(lost[j]!, j)
  for (let i = 0; i < n; i++) if (chosen[i]! < 0 && short.mentee[i] === 1) move(i, 0)
  for (let j = heap.pop(); j >= 0; j = heap.pop()) {
    if (isDone[j] === 1) continue
    isDone[j] = 1
    for (const mentee of menteesOf.get(j) ?? []) move(mentee, lost[j]!)
  }
  return Int32Array.from(mentorPrice, (price, j) => (lost[j] === Number.POSITIVE_INFINITY ? 0 : price - lost[j]!))
}
