import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import type { Side } from '#partnerships/partnership'
import { Destroyed } from '#ui/destroyed'
import { Notice } from '#ui/notice'
import { apart } from './words-of.ts'

type Around = { say: Say; two: OfTwo; to?: 'goals' | 'skills' }

/** The way back to the pair, or to its goals or skills, and whether anything can still be added. */
export function Above({ say, two: { pair, partner }, to }: Around) {
  const path = `/partnerships/${pair.id}`
  return (
    <p class="small">
      {to === undefined ? (
        <a href={path}>{say('page.growth.pair', { name: apart(partner.name) })}</a>
      ) : (
        <a href={`${path}/${to}`}>{say(`page.growth.to-${to}`)}</a>
      )}
    </p>
  )
}

/** Who can read this; and, once it has ended, that it stays to be read. */
export function WhoReads({ say, two: { pair, partner, destroyedAt } }: Around) {
  return (
    <>
      <p class="seen">{say('page.growth.seen', { name: apart(partner.name) })}</p>
      <Destroyed say={say} at={destroyedAt} />
      {pair.endedAt === null || destroyedAt !== null ? null : (
        <Notice>
          <p>{say('page.growth.over')}</p>
        </Notice>
      )}
    </>
  )
}

/** The two as choices: oneself as "I", the partner by name. */
export function twoChoices(say: Say, { side, partner }: OfTwo): { value: Side; label: string }[] {
  const label = (one: Side) => (one === side ? say('label.growth.me') : apart(partner.name))
  return (['mentee', 'mentor'] as const).map((value) => ({ value, label: label(value) }))
}

/** "You", or the partner by name. */
export function sayWho(say: Say, { pair, side, partner }: OfTwo, person: string): string {
  return person === pair[side] ? say('label.growth.you') : apart(partner.name)
}
