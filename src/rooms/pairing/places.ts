import { mentorIn as columnIn } from '#scores/packed'

const placesPerUnitMax = 4

/**
 * The places of each column, of a lavish many only as many as could come, and one that shows it is not scarce. Counting who could come is a
 * look at every pair, so it is done only where places are many times those who want one.
 */
export function placesWorthHaving(places: Int32Array, units: number, pairs: Int32Array): Int32Array {
  const all = places.reduce((sum, count) => sum + count, 0)
  if (all <= placesPerUnitMax * units + places.length) return places
  const comers = new Int32Array(places.length)
  for (let e = 0; e < pairs.length; e++) comers[columnIn(pairs[e]!)]!++
  return places.map((count, j) => Math.min(count, comers[j]! + 1))
}
