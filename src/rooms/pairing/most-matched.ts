import { mentorIn, type PackedRows } from '#scores/packed'
import { placesWorthHaving } from './places.ts'

type Rows = PackedRows

export type Matching = {
  /** The mentor of each mentee, -1 for none. */
  mentorOf: Int32Array
  matched: number
  /** The mentees that mentor `j` has: `holder[slotStart[j]]` and the `used[j] - 1` after it. */
  holder: Int32Array
  slotStart: Int32Array
  used: Int32Array
}

type Search = Matching & {
  /** Steps from the nearest mentee without a mentor, -1 when never reached. */
  menteeLevel: Int32Array
  mentorLevel: Int32Array
  nextEdge: Int32Array
  nextHolder: Int32Array
  queue: Int32Array
  slotTaken: Int32Array
}

/**
 * The greatest number of mentees with a mentor, within the mentors' places (Hopcroft and Karp 1973, with capacities):
 * rounds of shortest augmenting paths, found by levels, until none is left. Whom a matching to begin with places stays placed, though
 * perhaps elsewhere.
 */
export function mostMatched(rows: Rows, beginWith?: Int32Array): Matching {
  const search = startWith(rows)
  beginWith?.forEach((mentor, mentee) => {
    if (mentor >= 0) takePlace(search, mentee, mentor)
  })
  takeFirstFree(rows, search)
  while (layOutLevels(rows, search)) {
    for (let i = 0; i < rows.n; i++) {
      if (search.mentorOf[i]! < 0 && climb(rows, search, i)) search.matched++
    }
  }
  const { mentorOf, matched, holder, slotStart, used } = search
  return { mentorOf, matched, holder, slotStart, used }
}

function startWith({ n, m, capacity, pair }: Rows): Search {
  const places = placesWorthHaving(capacity, n, pair)
  const slotStart = new Int32Array(m + 1)
  for (let j = 0; j < m; j++) slotStart[j + 1] = slotStart[j]! + places[j]!
  return {
    mentorOf: new Int32Array(n).fill(-1),
    matched: 0,
    holder: new Int32Array(slotStart[m]!),
    slotStart,
    used: new Int32Array(m),
    menteeLevel: new Int32Array(n),
    mentorLevel: new Int32Array(m),
    nextEdge: new Int32Array(n),
    nextHolder: new Int32Array(m),
    queue: new Int32Array(n),
    slotTaken: new Int32Array(n),
  }
}

function takePlace(search: Search, mentee: number, mentor: number): void {
  settle(search, mentee, mentor, search.slotStart[mentor]! + search.used[mentor]!++)
  search.matched++
}

function takeFirstFree({ n, capacity, rowStart, pair }: Rows, search: Search): void {
  for (let i = 0; i < n; i++) {
    if (search.mentorOf[i]! >= 0) continue
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (search.used[j]! >= capacity[j]!) continue
      takePlace(search, i, j)
      break
    }
  }
}

function settle(search: Search, mentee: number, mentor: number, slot: number): void {
  search.mentorOf[mentee] = mentor
  search.holder[slot] = mentee
}

/** Levels from the mentees without a mentor; the level that first reaches a free place is finished, none after it begun. */
function layOutLevels({ n, capacity, rowStart, pair }: Rows, search: Search): boolean {
  const { menteeLevel, mentorLevel, mentorOf, queue, holder, slotStart, used } = search
  menteeLevel.fill(-1)
  mentorLevel.fill(-1)
  search.nextHolder.fill(0)
  search.nextEdge.set(rowStart.subarray(0, n))
  let tail = 0
  for (let i = 0; i < n; i++) {
    if (mentorOf[i]! >= 0) continue
    menteeLevel[i] = 0
    queue[tail++] = i
  }
  let foundAt = n + 1
  for (let head = 0; head < tail; head++) {
    const i = queue[head]!
    const level = menteeLevel[i]!
    if (level > foundAt) break
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (mentorLevel[j]! >= 0) continue
      mentorLevel[j] = level
      if (used[j]! < capacity[j]!) foundAt = level
      for (let slot = slotStart[j]!; slot < slotStart[j]! + used[j]!; slot++) {
        const h = holder[slot]!
        if (menteeLevel[h]! >= 0) continue
        menteeLevel[h] = level + 1
        queue[tail++] = h
      }
    }
  }
  return foundAt <= n
}

/** Follows the levels from one mentee to a free place, and moves everyone on the way up by one. */
function climb({ capacity, rowStart, pair }: Rows, search: Search, root: number): boolean {
  const { menteeLevel, mentorLevel, nextEdge, nextHolder, holder, slotStart, used, slotTaken } = search
  const path = search.queue
  let depth = 0
  path[0] = root
  while (depth >= 0) {
    const i = path[depth]!
    if (nextEdge[i]! >= rowStart[i + 1]!) {
      depth--
      continue
    }
    const j = mentorIn(pair[nextEdge[i]!]!)
    if (mentorLevel[j] !== menteeLevel[i]) nextEdge[i]!++
    else if (used[j]! < capacity[j]!) {
      slotTaken[depth] = slotStart[j]! + used[j]!++
      for (let d = depth; d >= 0; d--) settle(search, path[d]!, mentorIn(pair[nextEdge[path[d]!]!]!), slotTaken[d]!)
      return true
    } else if (nextHolder[j]! < used[j]!) {
      slotTaken[depth] = slotStart[j]! + nextHolder[j]!++
      const h = holder[slotTaken[depth]!]!
      if (menteeLevel[h] === menteeLevel[i]! + 1) path[++depth] = h
    } else nextEdge[i]!++
  }
  return false
}

/** The part of the crowd that is short of places: who can take part in a chain that frees a mentor for someone left over. */
export type Shortage = { mentee: Uint8Array; mentor: Uint8Array }

/**
 * Dulmage and Mendelsohn's split of a greatest matching: everybody whom a mentee without a mentor can reach by trading places.
 * Every mentor in it is full, and together they have fewer places than the mentees in it (Hall's violator). The split is the same
 * whichever greatest matching it is read from.
 */
export function shortOfPlaces({ n, m, rowStart, pair }: Rows, matching: Matching): Shortage {
  const { mentorOf, holder, slotStart, used } = matching
  const short = { mentee: new Uint8Array(n), mentor: new Uint8Array(m) }
  const queue = new Int32Array(n)
  let tail = 0
  const reach = (i: number) => {
    if (short.mentee[i] === 1) return
    short.mentee[i] = 1
    queue[tail++] = i
  }
  for (let i = 0; i < n; i++) if (mentorOf[i]! < 0) reach(i)
  for (let head = 0; head < tail; head++) {
    const i = queue[head]!
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = mentorIn(pair[e]!)
      if (short.mentor[j] === 1) continue
      short.mentor[j] = 1
      for (let slot = slotStart[j]!; slot < slotStart[j]! + used[j]!; slot++) reach(holder[slot]!)
    }
  }
  return short
}
