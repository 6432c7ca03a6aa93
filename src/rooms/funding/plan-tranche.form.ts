import { z } from 'zod'
import { id } from '#ground/form'
import { limits } from './funding.ts'
import { date, maybePlainLine, moneyForm } from './money-form.ts'

export const planTrancheForm = moneyForm(z.object({ id, commitment: id, dueOn: date, condition: maybePlainLine(limits.textCharsMax) }))
