import type { Markup } from '#ground/route'

/** How much of a whole: the sentence says it, the bar only shows it. `whole` may be 0. */
export function Share({ part, whole, children }: { part: number; whole: number; children?: Markup }) {
  return (
    <label class="share">
      {children}
      <progress value={part} max={Math.max(whole, 1)} />
    </label>
  )
}
