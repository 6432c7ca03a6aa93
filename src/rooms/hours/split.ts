/** A part of what is split: its weight, what it has carried so far, and the most that it can carry more, in quanta. */
export type Part = { weight: number; carried: bigint; most?: bigint }

/**
 * Splits a cost among parts in whole quanta, as the going on of everything that was split before: quantum by quantum, to the part among
 * those still below their exact share whose next quantum falls due first. This is the quota method of M. L. Balinski and H. P. Young
 * (American Mathematical Monthly 82, 1975, 701–730), which keeps every part within one quantum of its exact share at every moment; to
 * give each to whoever is furthest behind does not (1 : 1 : 4 : 19 : 94 : 94 comes to be 1.28 off). A part that can carry no more is
 * passed over, and catches up later. Answers the shares in the order of the parts; they are never negative and add up to `cost`, or null
 * where the parts together cannot carry it.
 */
export function splitRunning(cost: bigint, parts: readonly Part[]): bigint[] | null {
  if (roomIn(parts) < cost) return null
  const weights = parts.map(({ weight }) => BigInt(weight))
  const factor = weights.reduce(commonFactor)
  const round = weights.map((weight) => weight / factor)
  const rounds = [
    cost / sumOf(round),
    ...parts.map(({ most }, at) => (most === undefined ? cost : clear(most) / (round[at] ?? 1n))),
  ].reduce(least)

  const given = round.map((quanta) => quanta * rounds)
  for (let left = cost - sumOf(given); left > 0n; left -= 1n) {
    const next = nextOf(parts, weights, given)
    given[next] = (given[next] ?? 0n) + 1n
  }
  return given
}

const sumOf = (quanta: readonly bigint[]) => quanta.reduce((sum, some) => sum + some, 0n)
const least = (a: bigint, b: bigint) => (b < a ? b : a)
const clear = (most: bigint) => (most < 0n ? 0n : most)

/** What the parts can carry together; one without a bound can carry everything. */
function roomIn(parts: readonly Part[]): bigint {
  if (parts.some(({ most }) => most === undefined)) return 2n ** 63n
  return sumOf(parts.map(({ most }) => clear(most ?? 0n)))
}

function commonFactor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonFactor(b, a % b)
}

/** Whose quantum is next: fractions are compared by multiplying, so that nothing is rounded. */
function nextOf(parts: readonly Part[], weights: readonly bigint[], given: readonly bigint[]): number {
  const carried = parts.map((part, at) => part.carried + (given[at] ?? 0n))
  const after = carried.reduce((sum, quanta) => sum + quanta, 1n)
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  let best = -1
  let isBestBelow = false
  for (const [at, part] of parts.entries()) {
    if (part.most !== undefined && (given[at] ?? 0n) >= part.most) continue
    const [weight, mine] = [weights[at] ?? 0n, carried[at] ?? 0n]
    const isBelow = after * weight > mine * whole
    if (best >= 0 && isBestBelow && !isBelow) continue
    const [bestWeight, bestCarried] = [weights[best] ?? 1n, carried[best] ?? 0n]
    if (best < 0 || (isBelow && !isBestBelow) || (mine + 1n) * bestWeight < (bestCarried + 1n) * weight) {
      best = at
      isBestBelow = isBelow
    }
  }
  return best
}
