import type { MentorIndex } from './mentor-index.ts'
import type { Scorer } from './scorer.ts'

/** What a mentee gets from the categories of each segment, and the segments from the best down. */
export function segmentSums({ base }: Scorer, { keys, segments }: MentorIndex) {
  const sum = new Int32Array(segments)
  const order = new Int32Array(segments)
  const last = new Int32Array(keys.length).fill(-1)
  let isReady = false

  function turnTo(mentee: number): void {
    let isSame = isReady
    for (let key = 0; key < keys.length; key++) {
      const value = keys[key]!.category.menteeValue[mentee]!
      if (last[key] !== value) isSame = false
      last[key] = value
    }
    if (isSame) return
    isReady = true
    sum.fill(base)
    keys.forEach(({ category, value }, key) => {
      const row = category.row(last[key]!)
      for (let segment = 0; segment < segments; segment++) sum[segment]! += row[value[segment]!]!
    })
    for (let segment = 0; segment < segments; segment++) order[segment] = segment
    order.sort((a, b) => sum[b]! - sum[a]! || a - b)
  }

  return { sum, order, turnTo }
}
