import type { Attainment } from './growth.ts'

/** What Kiresuk and Sherman take two goals of one person to have in common, where nobody has measured it. */
const correlation = 0.3
const middle = 50
const spread = 10

/**
 * The T-score of goal attainment scaling with equal weights: 50 where all went as expected, 10 for a standard deviation.
 * T = 50 + 10 Σx / √((1 − r) n + r n²), r = 0.3 (T. J. Kiresuk, R. E. Sherman: Goal attainment scaling, Community Mental Health
 * Journal 4, 1968, 443-453). Null where no goal has been rated.
 */
export function tScore(values: readonly Attainment[]): number | null {
  const count = values.length
  if (count === 0) return null
  const sum = values.reduce<number>((total, value) => total + value, 0)
  return middle + (spread * sum) / Math.sqrt((1 - correlation) * count + correlation * count ** 2)
}
