/**
 * Who may meet whom, one whole number a pair: the pairs of mentee `i` stand from `rowStart[i]` up to, not including, `rowStart[i + 1]`,
 * the best first, no mentor twice. A search that looks for the best stops at the first pair that is not good enough, and four million
 * pairs are 16 MB.
 */
export type PackedRows = {
  /** How many mentees, each with one place. */
  n: number
  /** How many mentors. */
  m: number
  /** Places of each mentor. */
  capacity: Int32Array
  rowStart: Int32Array
  /** `packed(worth, mentor)`; ascending in a row, so equal worths stand in order of mentor. */
  pair: Int32Array
}

const mentorBits = 20
const mentorMask = (1 << mentorBits) - 1
/** What a pair can be worth at most: a score up to 1000, and a bonus for standing up to as much again. */
export const worthMax = 2047
export const mentorsMax = mentorMask + 1

export const packed = (worth: number, mentor: number) => ((worthMax - worth) << mentorBits) | mentor
export const worthIn = (pair: number) => worthMax - (pair >>> mentorBits)
export const mentorIn = (pair: number) => pair & mentorMask

/** What a packed pair of a mentee counts for; `worthIn` where nothing is added to what it is worth. */
export type Counts = (pair: number, mentee: number) => number

/** What a pair is worth, or -1 where the two may not meet. */
export function worthOf({ n, rowStart, pair }: PackedRows, mentee: number, mentor: number): number {
  if (mentee < 0 || mentee >= n) return -1
  for (let e = rowStart[mentee]!; e < rowStart[mentee + 1]!; e++) if (mentorIn(pair[e]!) === mentor) return worthIn(pair[e]!)
  return -1
}

const longRowFrom = 64

/**
 * Sorts rows of packed pairs in place. A long row whose mentors stand in order is dealt out worth by worth, in one walk: a seventh of the
 * time of sorting it, at 5,000 pairs.
 */
export function sortRows({ n, rowStart, pair }: Pick<PackedRows, 'n' | 'rowStart' | 'pair'>): void {
  const firstOf = new Int32Array(worthMax + 2)
  let copy = new Int32Array(0)
  for (let i = 0; i < n; i++) {
    const row = pair.subarray(rowStart[i]!, rowStart[i + 1]!)
    if (row.length < longRowFrom || !isInOrderOfMentor(row)) {
      row.sort()
      continue
    }
    if (copy.length < row.length) copy = new Int32Array(row.length)
    copy.set(row)
    firstOf.fill(0)
    for (let e = 0; e < row.length; e++) firstOf[(row[e]! >>> mentorBits) + 1]!++
    for (let rank = 1; rank < firstOf.length; rank++) firstOf[rank]! += firstOf[rank - 1]!
    for (let e = 0; e < row.length; e++) pair[rowStart[i]! + firstOf[copy[e]! >>> mentorBits]!++] = copy[e]!
  }
}

function isInOrderOfMentor(row: Int32Array): boolean {
  for (let e = 1; e < row.length; e++) if (mentorIn(row[e - 1]!) > mentorIn(row[e]!)) return false
  return true
}
