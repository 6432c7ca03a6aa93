/** A rate with its bounds, in per cent, whole. */
export type Rate = { of: number; hits: number; perCent: number; low: number; high: number }

/** How well a rule told how a pair would end: of the pairs that ended badly, and well, how many it had warned of. */
export type RuleFigures = { rule: string; sensitivity: Rate | null; specificity: Rate | null }

/** An ended pair: how it ended, and which rules had fired early enough to act on. */
export type EndedPair = { isGood: boolean; fired: ReadonlySet<string> }

/** Fewer pairs than this in a margin are not told. */
export const pairsMin = 5
const z = 1.959964

/**
 * Sensitivity: bad ends that the rule had warned of, of all bad ends. Specificity: good ends without a warning, of all good ends.
 * Null where fewer than five pairs stand behind it.
 */
export function ruleFigures(rules: readonly string[], ended: readonly EndedPair[]): RuleFigures[] {
  const bad = ended.filter(({ isGood }) => !isGood)
  const good = ended.filter(({ isGood }) => isGood)
  return rules.map((rule) => ({
    rule,
    sensitivity: rateOf(bad.filter(({ fired }) => fired.has(rule)).length, bad.length),
    specificity: rateOf(good.filter(({ fired }) => !fired.has(rule)).length, good.length),
  }))
}

function rateOf(hits: number, of: number): Rate | null {
  if (of < pairsMin) return null
  const { low, high } = wilson(hits, of)
  return { of, hits, perCent: Math.round((100 * hits) / of), low: Math.round(100 * low), high: Math.round(100 * high) }
}

/** The score interval of a proportion at 95 % (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
export function wilson(hits: number, of: number): { low: number; high: number } {
  const p = hits / of
  const middle = p + (z * z) / (2 * of)
  const reach = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}
