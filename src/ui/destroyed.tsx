import type { Say } from '#ground/words'
import { Notice } from './notice.tsx'
import { When } from './when.tsx'

/** Said once on a page whose texts can never be read again; nothing where they can. */
export function Destroyed({ say, at }: { say: Say; at: Temporal.Instant | null }) {
  if (at === null) return null
  return (
    <Notice>
      <p>
        {say('page.destroyed')} <When say={say} at={at} day />
      </p>
    </Notice>
  )
}
