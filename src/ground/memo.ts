const entriesMax = 5_000

/** Keeps what a pure function answered, by its arguments as text; starts afresh when it holds `entriesMax` answers. */
export function memo<A extends readonly unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  const kept = new Map<string, R>()
  return (...args) => {
    const key = args.join('\u0000')
    const found = kept.get(key)
    if (found !== undefined) return found
    if (kept.size >= entriesMax) kept.clear()
    const made = work(...args)
    kept.set(key, made)
    return made
  }
}
