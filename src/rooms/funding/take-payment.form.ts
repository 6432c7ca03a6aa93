import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, maybePlainLine, moneyForm, plainLine } from './money-form.ts'

export const takePaymentForm = moneyForm(
  z.object({
    ...{ id, bank: id, holder: id, valueDate: date, payer: plainLine(limits.nameCharsMax, 'slip.funding.payer') },
    reference: maybePlainLine(limits.referenceCharsMax),
  }),
)
