import type { Say } from '#ground/words'
import { Tag } from '#ui/notice'
import type { PairState } from './pair-reads.ts'

/** How a pair stands, in a word. */
export function StateTag({ say, state }: { say: Say; state: PairState }) {
  const kind = state === 'agreed' ? 'good' : state === 'proposed' || state === 'accepted' ? 'wait' : undefined
  return <Tag kind={kind}>{say(`pair.state.${state}`)}</Tag>
}
