import { refuse } from '#ground/refusal'
import { type PackedRows, packed, sortRows } from '#scores/packed'
import { scoreMax } from './problem.ts'

/** A crowd in figures alone, as others publish them to compare solvers: who may meet whom, and at what score. */
export type Instance = {
  n: number
  m: number
  capacity: Int32Array
  rowStart: Int32Array
  column: Int32Array
  score: Int32Array
}

const magic = 0x314d4d49
const headInts = 4
const bytesPerInt = 4

/**
 * Reads little-endian int32s: magic, mentees, mentors, pairs; the places of each mentor; where each mentee's row starts, and one more; the
 * mentor of each pair; its score. Refuses by name what is not that: `matching.instanceUnknown`, `matching.instanceCutShort` (by how
 * many bytes), `matching.instanceTooLong`, `matching.instanceScore`, `matching.instancePlaces`, `matching.instanceRows`. The arrays are
 * views of the bytes where they can be.
 */
export function readInstance(bytes: Uint8Array): Instance {
  const ints = intsIn(bytes)
  const [mark = 0, n = -1, m = -1, pairs = -1] = ints
  if (ints.length < headInts || mark !== magic || n < 0 || m < 0 || pairs < 0) refuse('matching.instanceUnknown')
  const due = (headInts + m + n + 1 + 2 * pairs) * bytesPerInt
  if (bytes.length < due) refuse('matching.instanceCutShort', { missing: due - bytes.length })
  if (bytes.length > due) refuse('matching.instanceTooLong', { more: bytes.length - due })
  let at = headInts
  const take = (count: number) => {
    at += count
    return ints.subarray(at - count, at)
  }
  const instance = { n, m, capacity: take(m), rowStart: take(n + 1), column: take(pairs), score: take(pairs) }
  checkInstance(instance)
  return instance
}

const isLittleEndian = new Uint8Array(Int32Array.of(1).buffer)[0] === 1

/** The bytes themselves where they lie as this machine keeps whole numbers, else a copy: a hundred thousand people are 32 MB. */
function intsIn(bytes: Uint8Array): Int32Array {
  const count = Math.floor(bytes.length / bytesPerInt)
  if (isLittleEndian && bytes.byteOffset % bytesPerInt === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, count)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const ints = new Int32Array(count)
  for (let at = 0; at < count; at++) ints[at] = view.getInt32(at * bytesPerInt, true)
  return ints
}

function checkInstance({ n, m, capacity, rowStart, column, score }: Instance): void {
  for (let j = 0; j < m; j++) {
    if (capacity[j]! < 0 || capacity[j]! > n) refuse('matching.instancePlaces', { mentor: j + 1, places: capacity[j]!, most: n })
  }
  const seenBy = new Int32Array(m).fill(-1)
  if (rowStart[0] !== 0 || rowStart[n] !== column.length) refuse('matching.instanceRows', { mentee: 1 })
  for (let i = 0; i < n; i++) {
    if (rowStart[i]! > rowStart[i + 1]! || rowStart[i + 1]! > column.length) refuse('matching.instanceRows', { mentee: i + 1 })
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = column[e]!
      if (j < 0 || j >= m || seenBy[j] === i) refuse('matching.instanceRows', { mentee: i + 1 })
      seenBy[j] = i
      if (score[e]! < 0 || score[e]! > scoreMax) refuse('matching.instanceScore', { mentee: i + 1, score: score[e]!, most: scoreMax })
    }
  }
}

export function writeInstance({ n, m, capacity, rowStart, column, score }: Instance): Uint8Array {
  const parts = [[magic, n, m, column.length], capacity, rowStart, column, score]
  const view = new DataView(new ArrayBuffer(parts.reduce((sum, part) => sum + part.length, 0) * bytesPerInt))
  let at = 0
  for (const part of parts) {
    for (const int of part) {
      view.setInt32(at, int, true)
      at += bytesPerInt
    }
  }
  return new Uint8Array(view.buffer)
}

/** The pairs as the engine takes them. */
export function packInstance({ n, m, capacity, rowStart, column, score }: Instance): PackedRows {
  const pair = new Int32Array(column.length)
  for (let e = 0; e < pair.length; e++) pair[e] = packed(score[e]!, column[e]!)
  sortRows({ n, rowStart, pair })
  return { n, m, capacity, rowStart, pair }
}
