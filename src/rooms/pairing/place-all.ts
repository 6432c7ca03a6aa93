import assert from 'node:assert/strict'
import { heapOf } from './heap.ts'

/** Rows that must all be placed. Several rows may share one list of pairs: the places of one mentor, when mentors are the rows. */
export type Placing = {
  rows: number
  columns: number
  /** The list that each row reads its pairs from. */
  listOf: Int32Array
  listStart: Int32Array
  /** Of each pair, in lists sorted by `weight` from the greatest and then by `tie` from the least. */
  column: Int32Array
  weight: Float64Array
  tie: Float64Array
  capacity: Int32Array
}

/**
 * Places every row in a column so that the sum of weights is the greatest, and among those the sum of ties the least: one
 * shortest augmenting path for each row, by Dijkstra on reduced costs (Tomizawa 1971; Jonker and Volgenant 1987).
 *
 * A cost has two parts, compared one after the other and each a whole number held exactly, so no weight has to be made big
 * enough to outrank ties: prices and gains come in pairs as well. Answers the column of each row. Crashes when the rows cannot all be
 * placed.
 */
export function placeAll(placing: Placing): Int32Array {
  const state = startWith(placing)
  takeBestWhereFree(placing, state)
  for (let row = 0; row < placing.rows; row++) {
    if (state.columnOf[row]! >= 0) continue
    const goal = nearestFree(placing, state, row)
    assert.ok(goal >= 0, 'a row that cannot be placed')
    reprice(state, row, goal)
    moveAlong(state, row, goal)
  }
  return state.columnOf
}

type State = ReturnType<typeof startWith>

function startWith(placing: Placing) {
  const { rows, columns } = placing
  const slotStart = slotsOf(placing)
  const distMajor = new Float64Array(columns)
  const distMinor = new Float64Array(columns)
  return {
    slotStart,
    holder: new Int32Array(slotStart[columns]!),
    used: new Int32Array(columns),
    columnOf: new Int32Array(rows).fill(-1),
    gainMajor: new Float64Array(rows),
    gainMinor: new Float64Array(rows),
    priceMajor: new Float64Array(columns),
    priceMinor: new Float64Array(columns),
    distMajor: distMajor.fill(Number.POSITIVE_INFINITY),
    distMinor: distMinor.fill(Number.POSITIVE_INFINITY),
    cameFrom: new Int32Array(columns),
    heap: heapOf(columns, distMajor, distMinor),
    /** Columns whose distance was set in this search, to be forgotten after it; those at the front are settled. */
    touched: [] as number[],
    settled: [] as number[],
    goal: -1,
  }
}

/** Room for who may come, never for a capacity that nobody could fill. */
function slotsOf({ rows, columns, listOf, listStart, column, capacity }: Placing): Int32Array {
  const comers = new Int32Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let e = listStart[listOf[row]!]!; e < listStart[listOf[row]! + 1]!; e++) comers[column[e]!]!++
  }
  const slotStart = new Int32Array(columns + 1)
  for (let j = 0; j < columns; j++) slotStart[j + 1] = slotStart[j]! + Math.min(capacity[j]!, comers[j]!)
  return slotStart
}

/** All prices are 0, so a row's best column is its first; many rows are placed for good by that. */
function takeBestWhereFree({ rows, listOf, listStart, column, weight, tie }: Placing, state: State): void {
  for (let row = 0; row < rows; row++) {
    const first = listStart[listOf[row]!]!
    assert.ok(first < listStart[listOf[row]! + 1]!, 'a row without a pair')
    state.gainMajor[row] = weight[first]!
    state.gainMinor[row] = -tie[first]!
    const j = column[first]!
    if (hasRoom(state, j)) take(state, row, j, state.slotStart[j]! + state.used[j]!++)
  }
}

const hasRoom = ({ slotStart, used }: State, j: number) => slotStart[j]! + used[j]! < slotStart[j + 1]!

function take(state: State, row: number, column: number, slot: number): void {
  state.columnOf[row] = column
  state.holder[slot] = row
}

/** The nearest column with room, and on the way there the distance of every nearer column; -1 when there is none. */
function nearestFree(placing: Placing, state: State, root: number): number {
  const { heap, distMajor, distMinor, slotStart, used, holder } = state
  state.goal = -1
  scan(placing, state, root, 0, 0)
  for (let j = heap.pop(); j >= 0 && !isGoalNear(state, j); j = heap.pop()) {
    state.settled.push(j)
    assert.ok(state.settled.length <= placing.columns, 'a search that goes round in circles')
    const end = slotStart[j]! + used[j]!
    for (let slot = slotStart[j]!; slot < end; slot++) scan(placing, state, holder[slot]!, distMajor[j]!, distMinor[j]!)
  }
  heap.clear()
  return state.goal
}

function isGoalNear({ goal, distMajor, distMinor }: State, j: number): boolean {
  if (goal < 0) return false
  return distMajor[j]! > distMajor[goal]! || (distMajor[j] === distMajor[goal] && distMinor[j]! >= distMinor[goal]!)
}

/** Offers each column the way through one row. Lists are sorted and prices never below 0, so the first pair too far ends it. */
function scan(placing: Placing, state: State, row: number, major: number, minor: number): void {
  const { column, weight, tie, listStart } = placing
  const { distMajor, distMinor, priceMajor, priceMinor, touched } = state
  const list = placing.listOf[row]!
  const fromMajor = major + state.gainMajor[row]!
  const fromMinor = minor + state.gainMinor[row]!
  let limitMajor = state.goal < 0 ? Number.POSITIVE_INFINITY : distMajor[state.goal]!
  let limitMinor = state.goal < 0 ? Number.POSITIVE_INFINITY : distMinor[state.goal]!
  for (let e = listStart[list]!; e < listStart[list + 1]!; e++) {
    const leastMajor = fromMajor - weight[e]!
    const leastMinor = fromMinor + tie[e]!
    if (leastMajor > limitMajor || (leastMajor === limitMajor && leastMinor >= limitMinor)) break
    const j = column[e]!
    const nextMajor = leastMajor + priceMajor[j]!
    if (nextMajor > limitMajor || nextMajor > distMajor[j]!) continue
    const nextMinor = leastMinor + priceMinor[j]!
    if (nextMajor === limitMajor && nextMinor >= limitMinor) continue
    if (nextMajor === distMajor[j] && nextMinor >= distMinor[j]!) continue
    if (distMajor[j] === Number.POSITIVE_INFINITY) touched.push(j)
    distMajor[j] = nextMajor
    distMinor[j] = nextMinor
    state.cameFrom[j] = row
    if (hasRoom(state, j)) {
      state.goal = j
      limitMajor = nextMajor
      limitMinor = nextMinor
    } else state.heap.lower(j)
  }
}

/** Keeps every pair's reduced cost at 0 or above, and at 0 along the path. */
function reprice(state: State, root: number, goal: number): void {
  const { distMajor, distMinor, gainMajor, gainMinor, priceMajor, priceMinor, slotStart, used, holder } = state
  const toMajor = distMajor[goal]!
  const toMinor = distMinor[goal]!
  gainMajor[root]! -= toMajor
  gainMinor[root]! -= toMinor
  for (const j of state.settled) {
    const major = toMajor - distMajor[j]!
    const minor = toMinor - distMinor[j]!
    priceMajor[j]! += major
    priceMinor[j]! += minor
    for (let slot = slotStart[j]!; slot < slotStart[j]! + used[j]!; slot++) {
      gainMajor[holder[slot]!]! -= major
      gainMinor[holder[slot]!]! -= minor
    }
  }
  for (const j of state.touched) {
    distMajor[j] = Number.POSITIVE_INFINITY
    distMinor[j] = Number.POSITIVE_INFINITY
  }
  state.touched.length = 0
  state.settled.length = 0
}

function moveAlong(state: State, root: number, goal: number): void {
  let column = goal
  let slot = state.slotStart[goal]! + state.used[goal]!++
  for (let steps = 0; steps < state.columnOf.length; steps++) {
    const row = state.cameFrom[column]!
    const left = state.columnOf[row]!
    const leftSlot = left < 0 ? -1 : state.holder.indexOf(row, state.slotStart[left]!)
    take(state, row, column, slot)
    if (row === root) return
    column = left
    slot = leftSlot
  }
  assert.fail('a path that goes round in circles')
}
