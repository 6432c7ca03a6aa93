/** The middle of several runs, and how far they spread. */
export type Spread = { median: number; min: number; max: number }

export function spreadOf(runs: readonly number[]): Spread {
  const sorted = [...runs].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 }
}

export const say = (n: number, digits = 0) => n.toFixed(digits)
export const saySpread = ({ median, min, max }: Spread, digits = 0) => `${say(median, digits)} (${say(min, digits)}–${say(max, digits)})`

/** A row of a table in Markdown. */
export const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`)
