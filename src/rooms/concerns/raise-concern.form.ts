import { z } from 'zod'
import { choice, formOf, id, isId, line, maybeLine, slipKey, ticks } from '#ground/form'
import { isReference, limits, severities } from './concern.ts'

const asidesMax = 100

/** A person or a thing chosen from a list; what is not from a list is as if nothing had been chosen. */
const maybeId = z
  .string()
  .optional()
  .transform((text) => (text !== undefined && isId(text) ? text : null))

export const raiseConcernForm = formOf(
  z
    .object({
      id,
      reference: z.string({ error: slipKey('slip.stale') }).refine(isReference, { error: slipKey('slip.stale') }),
      organisation: maybeId,
      what: line(limits.whatCharsMax, 'slip.concern.what'),
      severity: choice(severities, 'slip.concern.severity'),
      partnership: maybeId,
      about: maybeLine(limits.aboutCharsMax),
      asides: ticks.transform((people) => people.filter(isId).slice(0, asidesMax)),
      reach: maybeLine(limits.reachCharsMax),
      anonymous: z
        .string()
        .optional()
        .transform((tick) => tick === 'yes'),
    })
    .superRefine(({ anonymous, partnership }, context) => {
      // Which partnership is theirs says who they are, or nearly.
      if (anonymous && partnership !== null) {
        context.addIssue({ code: 'custom', path: ['partnership'], message: slipKey('slip.concern.pair-anonymous') })
      }
    }),
)
