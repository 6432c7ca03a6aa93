import type { Say } from '#ground/words'
import { When } from '#ui/when'

/** Times that suit both, on the reader's own clock. */
export function Times({ say, times }: { say: Say; times: readonly Temporal.Instant[] }) {
  if (times.length === 0) return <p class="soft small">{say('page.ask.times-none')}</p>
  return (
    <>
      <p class="small">{say('page.ask.times')}</p>
      <ul>
        {times.map((at) => (
          <li>
            <When say={say} at={at} />
          </li>
        ))}
      </ul>
    </>
  )
}
