import type { Say } from '#ground/words'
import { When } from '#ui/when'
import type { Names } from './concern.page.tsx'
import type { Disclosure } from './disclosure-reads.ts'

const apart = (text: string) => `\u2068${text}\u2069`

/** Who showed what of their pair: how much, when, and that the other was not told. The copies stand on pages of their own. */
export function Disclosures({ say, disclosures, names }: { say: Say; disclosures: readonly Disclosure[]; names: Names }) {
  if (disclosures.length === 0) return null
  return (
    <>
      <h2>{say('page.answer.disclosed')}</h2>
      <ul>
        {disclosures.map(({ id, concern, items, at, by, other }) => (
          <li>
            <a href={`/concerns/${concern}/disclosures/${id}`}>{say('page.answer.disclosure', { name: apart(names(by)), count: items })}</a>
            {', '}
            <When say={say} at={at} />. {say('page.answer.other-not-told', { name: apart(names(other)) })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the reader themselves showed the officers. */
export function OwnDisclosures({ say, disclosures }: { say: Say; disclosures: readonly Disclosure[] }) {
  if (disclosures.length === 0) return null
  return (
    <ul>
      {disclosures.map(({ items, at }) => (
        <li>
          {say('page.follow.disclosed', { count: items })} <When say={say} at={at} />
        </li>
      ))}
    </ul>
  )
}
