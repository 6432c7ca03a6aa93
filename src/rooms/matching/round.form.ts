import { z } from 'zod'
import { choice, formOf, id } from '#ground/form'

export const runRoundForm = formOf(z.object({ id, programme: id }))
export const roundForm = formOf(z.object({ round: id }))
export const pinPairForm = formOf(
  z.object({ id, round: id, mentorEnrolment: id, menteeEnrolment: id, kind: choice(['together', 'apart']) }),
)
export const liftPinForm = formOf(z.object({ round: id, pin: id }))
export const swapPairsForm = formOf(z.object({ id, round: id, menteeEnrolment: id, otherMentee: id }))
