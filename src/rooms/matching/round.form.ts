import { z } from 'zod'
import { choice, formOf, id, slipKey, whole } from '#ground/form'
import { methods } from '#pairing/compare'
import { scoreMax } from '#pairing/problem'
import { dials, floors, keepPoints, keeps } from './choice.ts'

export const runRoundForm = formOf(z.object({ id, programme: id }))
export const roundForm = formOf(z.object({ round: id }))
export const pinPairForm = formOf(
  z.object({ id, round: id, mentorEnrolment: id, menteeEnrolment: id, kind: choice(['together', 'apart']) }),
)
export const mendRoundForm = formOf(z.object({ id, round: id }))
export const liftPinForm = formOf(z.object({ id, round: id, pin: id }))
export const takeBackPinForm = formOf(z.object({ programme: id, pin: id }))
export const swapPairsForm = formOf(z.object({ id, round: id, menteeEnrolment: id, otherMentee: id }))

const points = whole(0, scoreMax)
const outsidePoints = slipKey('slip.whole', { min: 0, max: scoreMax })

/** The floor's points count only where a floor in points is chosen; then they must be there. */
export const choiceForm = formOf(
  z
    .object({
      id,
      round: id,
      method: choice(methods),
      floor: choice(floors),
      floorPoints: z.string(),
      dial: choice(dials),
      keep: choice(keeps),
    })
    .transform(({ floor: kind, floorPoints, dial, keep, method, ...rest }, context) => {
      const read = kind === 'points' ? points.safeParse(floorPoints) : null
      if (read?.success === false) context.addIssue({ code: 'custom', path: ['floorPoints'], message: outsidePoints })
      const floor = kind === 'points' ? (read?.data ?? 0) : kind
      return { ...rest, choice: { method, floor, dial, bonus: keepPoints[keep] } }
    }),
)
