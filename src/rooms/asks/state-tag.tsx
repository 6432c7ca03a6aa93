import type { Say } from '#ground/words'
import { Tag } from '#ui/notice'
import type { Ask } from './reads.ts'

const kinds = { draft: undefined, asking: 'wait', answered: 'good', over: undefined } as const

/** How an ask stands, in a word. */
export function StateTag({ say, ask: { state } }: { say: Say; ask: Pick<Ask, 'state'> }) {
  const kind = kinds[state]
  const word = say(`state.ask.${state}`)
  return kind === undefined ? <Tag>{word}</Tag> : <Tag kind={kind}>{word}</Tag>
}
