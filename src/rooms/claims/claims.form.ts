import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, slipKey } from '#ground/form'
import { limits } from './claim.ts'
import type { CallBack, PayClaim } from './decide-claim.ts'
import type { MakeClaim } from './make-claim.ts'

const day = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

export const makeClaimForm: Form<MakeClaim> = formOf(z.object({ id, bank: id, coach: id, month: day }))
export const callBackForm: Form<CallBack> = formOf(
  z.object({ id, claim: id, meeting: id, outcome: choice(['confirmed', 'otherwise', 'no-answer']) }),
)
export const approveForm: Form<{ claim: string }> = formOf(z.object({ claim: id }))
export const refuseForm: Form<{ claim: string; reason: string }> = formOf(z.object({ claim: id, reason: line(limits.reasonCharsMax) }))
export const payForm: Form<PayClaim> = formOf(z.object({ id, claim: id, day, reference: line(limits.referenceCharsMax) }))
