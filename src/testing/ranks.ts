/**
 * How far two series of measurements stand apart, in standard deviations (Mann and Whitney's U, by the normal approximation, ties counted):
 * it asks only which of two is more often the larger, so that a few slow ones say nothing. Above 6 is chance once in 10⁹.
 */
export function ranksApart(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))]
  all.sort((a, b) => a.value - b.value)
  let [sumOfOne, ties] = [0, 0]
  for (let at = 0; at < all.length; ) {
    let end = at
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1
    const rank = (at + 1 + end) / 2
    sumOfOne += rank * all.slice(at, end).filter(({ isOne }) => isOne).length
    ties += (end - at) ** 3 - (end - at)
    at = end
  }
  const [n, m] = [one.length, other.length]
  const u = sumOfOne - (n * (n + 1)) / 2
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
  return variance === 0 ? 0 : Math.abs(u - (n * m) / 2) / Math.sqrt(variance)
}

/** Words that a guesser tries first, as long a list as is asked for: offices, names, and both with numbers. */
export function guessedWords(count: number): string[] {
  const words = 'admin info office hr mentor mentoring coach training help support contact team director finance people test'.split(' ')
  const names =
    'amina ahmad fatima omar zahra ali maria john anna peter sara david laila hassan elena marco giulia karim nadia yusuf'.split(' ')
  const both = [...words, ...names, ...names.flatMap((name) => words.map((word) => `${name}.${word}`))]
  return Array.from({ length: count }, (_, n) => `${both[n % both.length]}${n < both.length ? '' : Math.floor(n / both.length)}`)
}
