import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, maybePlainLine, moneyForm, reference } from './money-form.ts'
import { maybeRate } from './rate.ts'

export const bridgeTrancheForm = moneyForm(
  z.object({ id, tranche: id, lentOn: date, reference, rate: maybeRate, rateSource: maybePlainLine(limits.referenceCharsMax) }),
)
