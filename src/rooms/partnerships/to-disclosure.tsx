import type { Say } from '#ground/words'

/** The way to show the safeguarding officers something of a pair; `item` is ticked there already. It stands there for both, always. */
export function ToDisclosure({ say, partnership, item }: { say: Say; partnership: string; item?: string }) {
  const query = item === undefined ? '' : `?item=${encodeURIComponent(item)}`
  return (
    <p class="small">
      <a href={`/partnerships/${partnership}/disclosure${query}`}>{say('page.disclose.to')}</a>
    </p>
  )
}
