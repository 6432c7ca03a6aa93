/** A half-open stretch of time in milliseconds since 1970, UTC. */
export type Span = { from: number; until: number }

/** The same time in order, with none that touch or overlap, and none that is empty. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { from, until } of spans.filter((span) => span.from < span.until).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else merged.push({ from, until })
  }
  return merged
}

/** The time that both hold; both in order and merged. */
export function spansOfBoth(some: readonly Span[], others: readonly Span[]): Span[] {
  const both: Span[] = []
  for (let at = 0, to = 0; at < some.length && to < others.length; ) {
    const [one, other] = [some[at] as Span, others[to] as Span]
    const from = Math.max(one.from, other.from)
    const until = Math.min(one.until, other.until)
    if (from < until) both.push({ from, until })
    if (one.until <= other.until) at += 1
    else to += 1
  }
  return both
}

/** The time of the first that the second leaves; both in order and merged. */
export function spansWithout(some: readonly Span[], taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let next = 0
  for (const { from, until } of some) {
    while (next < taken.length && (taken[next] as Span).until <= from) next += 1
    let at = from
    for (let to = next; to < taken.length && (taken[to] as Span).from < until; to += 1) {
      const gap = taken[to] as Span
      if (at < gap.from) left.push({ from: at, until: gap.from })
      at = Math.max(at, gap.until)
    }
    if (at < until) left.push({ from: at, until })
  }
  return left
}
