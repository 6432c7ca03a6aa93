import assert from 'node:assert/strict'
import { fillPlace } from './fill-place.ts'
import { type LiveWhole, unseat } from './live-whole.ts'
import { placeMentee } from './place-mentee.ts'

/**
 * One comes or goes, and the whole is the best again: the greatest number matched and the greatest total, as `bestWhole` would find from
 * scratch for who is then there. Where several wholes are equally good it need not be the same one: it is one reached from what stands by
 * cheapest chains of moves, each the shortest among equally cheap ones. So when one mentee, or one place, comes or goes, no best whole
 * moves fewer people; when several places do at once, each chain is the shortest, and together they need not be.
 *
 * Changes `live`; answers who moved, in order of mentee, each once.
 */
export type Move = readonly [mentee: number, mentorBefore: number, mentorAfter: number]

/** All places of a mentor go. Crashes when they are gone already. */
export function mentorPauses(live: LiveWhole, mentor: number): Move[] {
  assert.ok(live.places[mentor]! > 0, 'a mentor who pauses already')
  live.places[mentor] = 0
  const left: number[] = []
  for (let i = live.first[mentor]!; i >= 0; i = live.next[i]!) left.push(i)
  for (const mentee of left) unseat(live, mentee)
  for (const mentee of left) placeMentee(live, mentee)
  return takeMoves(live)
}

/** A mentor who pauses, or had no place yet, has `places` of them. Crashes for anybody else. */
export function mentorReturns(live: LiveWhole, mentor: number, places: number): Move[] {
  assert.ok(live.places[mentor] === 0, 'a mentor who is there already')
  assert.ok(Number.isInteger(places) && places >= 0, 'places that cannot be counted')
  live.places[mentor] = places
  fillPlaces(live, mentor)
  return takeMoves(live)
}

/** A mentee goes, and gives back what place they had. Crashes when they are gone already. */
export function menteeLeaves(live: LiveWhole, mentee: number): Move[] {
  assert.ok(live.isIn[mentee] === 1, 'a mentee who left already')
  live.isIn[mentee] = 0
  const mentor = unseat(live, mentee)
  if (mentor >= 0) fillPlaces(live, mentor)
  return takeMoves(live)
}

/** A mentee who left is there again. Crashes for anybody else. */
export function menteeReturns(live: LiveWhole, mentee: number): Move[] {
  assert.ok(live.isIn[mentee] === 0, 'a mentee who is there already')
  live.isIn[mentee] = 1
  placeMentee(live, mentee)
  return takeMoves(live)
}

/** A free place may cost nothing, or somebody should have it. Who paused kept a price all the while, never too low, maybe too high. */
function fillPlaces(live: LiveWhole, mentor: number): void {
  while (live.price[mentor]! > 0 && live.taken[mentor]! < live.places[mentor]!) fillPlace(live, mentor)
}

function takeMoves({ before, mentorOf }: LiveWhole): Move[] {
  const moves: Move[] = []
  for (const [mentee, mentor] of before) if (mentorOf[mentee] !== mentor) moves.push([mentee, mentor, mentorOf[mentee]!])
  before.clear()
  return moves.sort(([a], [b]) => a - b)
}
