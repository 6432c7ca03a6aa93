import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, maybePlainLine, moneyForm, plainLine, reference } from './money-form.ts'
import { maybeRate } from './rate.ts'

const maybeTranche = z
  .union([z.literal('').transform(() => null), id])
  .optional()
  .transform((tranche) => tranche ?? null)

export const takeReceiptForm = moneyForm(
  z.object({
    ...{ id, funder: id, tranche: maybeTranche, valueDate: date, reference, payer: plainLine(limits.nameCharsMax, 'slip.funding.payer') },
    ...{ rate: maybeRate, rateSource: maybePlainLine(limits.referenceCharsMax), reportRate: maybeRate },
  }),
)
