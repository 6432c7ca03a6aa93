import type { Markup } from '#ground/route'

/** What is known of one thing, line by line; a line without an answer is left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: Markup, value: Markup])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  )
}

/** Counts that open to the rows behind them. */
export function Counts({ counts }: { counts: readonly { href: string; count: string; label: string }[] }) {
  return (
    <ul class="counts">
      {counts.map(({ href, count, label }) => (
        <li>
          <a href={href}>
            <strong>{count}</strong> {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
