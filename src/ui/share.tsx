import type { Child } from 'hono/jsx'

/** How much of a whole; the sentence says it, the bar only shows it. */
export function Share({ part, whole, children }: { part: number; whole: number; children?: Child }) {
  return (
    <label class="share">
      <span>{children}</span>
      <progress value={part} max={Math.max(whole, 1)} />
    </label>
  )
}
