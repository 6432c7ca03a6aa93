import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, moneyForm, plainLine, reference } from './money-form.ts'

const maybeHolder = z
  .union([z.literal('').transform(() => null), id])
  .optional()
  .transform((holder) => holder ?? null)

export const giveBackForm = moneyForm(
  z.object({
    ...{ id, funder: id, holder: maybeHolder, returnedOn: date, reference },
    payee: plainLine(limits.nameCharsMax, 'slip.funding.payee'),
  }),
)
