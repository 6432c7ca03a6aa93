import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import { Destroyed } from '#ui/destroyed'
import { Notice } from '#ui/notice'
import type { NoteKind } from './note.ts'
import type { Standing } from './standing.ts'

/** A text apart from the text around it, whichever way either runs. */
export const apart = (text: string) => `\u2068${text}\u2069`

/** "You", or the partner by name. */
export function sayWho(say: Say, { pair, side, partner }: OfTwo, person: string): string {
  return person === pair[side] ? say('label.notebook.you') : apart(partner.name)
}

export const pathOf = (partnership: string, kind: NoteKind) =>
  `/partnerships/${partnership}/${kind === 'shared' ? 'notebook' : 'private-notes'}`

type Around = { say: Say; standing: Standing; to?: NoteKind }

/** The way back to the pair, or to its shared or private notes. */
export function Above({ say, standing: { two }, to }: Around) {
  const { pair, partner } = two
  return (
    <p class="small">
      {to === undefined ? (
        <a href={`/partnerships/${pair.id}`}>{say('page.notebook.pair', { name: apart(partner.name) })}</a>
      ) : (
        <a href={pathOf(pair.id, to)}>{say(`page.notebook.to-${to}`)}</a>
      )}
    </p>
  )
}

/** Who can read this, said plainly once; that it rests, has ended, or can be read no more. */
export function WhoReads({ say, standing, of }: { say: Say; standing: Standing; of: NoteKind }) {
  const { two, isOver, isOnHold, destroyed } = standing
  return (
    <>
      <p class="seen">
        {say(of === 'shared' ? 'page.notebook.read-by-two' : 'page.notebook.read-by-me', { name: apart(two.partner.name) })}{' '}
        {say('page.notebook.who-could')}
      </p>
      <Destroyed say={say} at={destroyed} />
      {destroyed === null && isOver ? (
        <Notice>
          <p>{say('page.notebook.over')}</p>
        </Notice>
      ) : null}
      {!isOver && isOnHold && of === 'shared' ? (
        <Notice kind="wait">
          <p>{say('page.notebook.on-hold')}</p>
        </Notice>
      ) : null}
    </>
  )
}
