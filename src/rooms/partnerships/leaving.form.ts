import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, slipKey } from '#ground/form'
import { endings, holdKinds } from '#programmes/pathway'
import type { Confirmed } from './confirm-step.ts'
import type { EndAsCoordinator } from './end-as-coordinator.ts'
import type { LeavePartnership } from './leave-partnership.ts'
import { exitReasons, leavingLimits, type NeutralText } from './leaving.ts'
import type { LiftHold } from './lift-hold.ts'
import type { MoveStage } from './move-stage.ts'
import { limits } from './partnership.ts'
import type { PassOn } from './pass-on.ts'
import type { NewHold } from './stage-writes.ts'
import type { TellExitReason } from './tell-exit-reason.ts'
import type { ThankPartner } from './thank-partner.ts'

const stale = { error: slipKey('slip.stale') }
const key = z.string(stale).regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, stale)
const text = z
  .enum(['1', '2', '3'], stale)
  .optional()
  .transform((chosen) => Number(chosen ?? '1') as NeutralText)
/** An empty day is none; only the coordinator may leave it open, and the verb says so. */
const day = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').trim())
  .transform((typed, context) => {
    const read = typed === '' ? null : readDate(typed)
    if (typed !== '' && read === null) context.addIssue({ code: 'custom', message: slipKey('slip.date') })
    return read
  })

export const onlyPairForm = formOf(z.object({ partnership: id }))
export const confirmedForm: Form<Confirmed> = formOf(z.object({ partnership: id, stage: key, criterion: key }))
export const moveStageForm: Form<MoveStage> = formOf(
  z.object({ partnership: id, from: key, to: key, reason: line(limits.reasonCharsMax, 'slip.reason') }),
)
const kind = z
  .enum(holdKinds, stale)
  .optional()
  .transform((chosen) => chosen ?? 'paused')
export const placeHoldForm: Form<NewHold> = formOf(z.object({ id, partnership: id, kind, until: day }))
export const liftHoldForm: Form<LiftHold> = formOf(z.object({ partnership: id, hold: id }))
const again = z
  .enum(['yes', 'no'], stale)
  .optional()
  .transform((chosen) => chosen === 'yes')
export const leavePartnershipForm: Form<LeavePartnership> = formOf(z.object({ partnership: id, text, again }))
export const endAsCoordinatorForm: Form<EndAsCoordinator> = formOf(z.object({ partnership: id, reason: choice(endings), text }))
export const exitReasonForm: Form<TellExitReason> = formOf(z.object({ partnership: id, reason: choice(exitReasons) }))
export const thankPartnerForm: Form<ThankPartner> = formOf(z.object({ partnership: id, text: line(leavingLimits.thanksCharsMax) }))
export const passOnForm: Form<PassOn> = formOf(z.object({ id, partnership: id }))
