import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, moneyForm, plainLine } from './money-form.ts'

export const offerInKindForm = moneyForm(
  z.object({
    ...{ id, funder: id, givenOn: date, description: plainLine(limits.textCharsMax, 'slip.funding.description') },
    method: plainLine(limits.textCharsMax, 'slip.funding.method'),
  }),
)
