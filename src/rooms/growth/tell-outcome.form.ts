import { z } from 'zod'
import { choice, type Form, formOf, id, maybeLine, slipKey } from '#ground/form'
import { limits, outcomes } from './growth.ts'
import type { TellOutcome } from './tell-outcome.ts'

/** Who says that it led to something says to what. */
export const tellOutcomeForm: Form<TellOutcome> = formOf(
  z
    .object({ id, opportunity: id, outcome: choice(outcomes), text: maybeLine(limits.textCharsMax) })
    .refine(({ outcome, text }) => outcome !== 'led-to' || text !== null, { error: slipKey('slip.growth.led-to'), path: ['text'] }),
)
