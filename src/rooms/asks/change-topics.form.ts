import { z } from 'zod'
import { type Form, formOf, id, slipKey, ticks } from '#ground/form'
import { type Topic, topics } from '#people/topics'
import { limits } from './ask.ts'
import type { ChangeTopics } from './change-topics.ts'

const isTopic = (text: string): text is Topic => (topics as readonly string[]).includes(text)

/** The topics ticked and the one chosen from the list, together; one at least. */
export const changeTopicsForm: Form<ChangeTopics> = formOf(
  z
    .object({ ask: id, topics: ticks, other: z.string().optional() })
    .transform(({ ask, topics: ticked, other }) => ({ ask, topics: [...new Set([...ticked, other ?? ''])].filter((text) => text !== '') }))
    .pipe(
      z.object({
        ask: z.string(),
        topics: z
          .array(z.string().refine(isTopic, { error: slipKey('slip.stale') }))
          .min(1, slipKey('slip.ask.topics'))
          .max(limits.topicsMax, slipKey('slip.ask.topics-max', { max: limits.topicsMax })),
      }),
    ),
)
