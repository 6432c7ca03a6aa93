import { z } from 'zod'
import { isReference, limits, severities } from '#concerns/concern'
import { formOf, id, isId, maybeLine, slipKey, ticks } from '#ground/form'

const listMax = 100

const maybeId = z
  .string()
  .optional()
  .transform((text) => (text !== undefined && isId(text) ? text : null))

const maybeSeverity = z
  .string()
  .optional()
  .transform((text) => severities.find((one) => one === text) ?? null)

/** With a new concern it is said how urgent it is and what happened; one that was raised before has both. */
export const discloseForm = formOf(
  z
    .object({
      partnership: id,
      id,
      reference: z.string({ error: slipKey('slip.stale') }).refine(isReference, { error: slipKey('slip.stale') }),
      items: ticks.transform((keys) => keys.slice(0, listMax)),
      concern: maybeId,
      words: maybeLine(limits.messageCharsMax),
      severity: maybeSeverity,
      asides: ticks.transform((people) => people.filter(isId).slice(0, listMax)),
    })
    .superRefine(({ items, concern, words, severity, asides }, context) => {
      const miss = (path: string, key: string) => context.addIssue({ code: 'custom', path: [path], message: slipKey(key) })
      if (items.length === 0) miss('items', 'slip.disclose.items')
      if (concern === null && words === null) miss('words', 'slip.concern.what')
      // Who reads an earlier concern was said when it was raised; what is ticked here would keep nobody out.
      if (concern !== null && asides.length > 0) miss('asides', 'slip.disclose.asides')
      if (concern === null && severity === null) miss('severity', 'slip.concern.severity')
    }),
)
