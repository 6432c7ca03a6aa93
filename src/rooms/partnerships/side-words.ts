import type { Say } from '#ground/words'
import { hasUsualSides, type Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { otherSide, type Side } from './partnership.ts'

/** What a sentence is told of a side: mentor and mentee have sentences of their own, other sides are named as their pathway names them. */
export type SideWords = { side: Side | 'named'; role: string }

/** `role` is what the partner is to the reader: a coach, a peer. */
export function sideWords(say: Say, { sides }: Pick<Pathway, 'sides'>, side: Side): SideWords {
  return { side: hasUsualSides({ sides }) ? side : 'named', role: sayTexts(say, sides[otherSide(side)]) }
}
