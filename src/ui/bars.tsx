import type { Say } from '#ground/words'

type BarsProps = {
  say: Say
  caption: string
  heads: readonly [what: string, howMany: string]
  rows: readonly { label: string; count: number }[]
}

/** Counts as bars with their figures: a chart that is its own table, read the same by eye and by ear, from either side of the page. */
export function Bars({ say, caption, heads, rows }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <svg aria-hidden="true" focusable="false">
                <rect width={`${((100 * count) / most).toFixed(1)}%`} height="100%" rx="3" />
              </svg>{' '}
              {say.number(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
