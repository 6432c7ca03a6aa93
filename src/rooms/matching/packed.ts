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
