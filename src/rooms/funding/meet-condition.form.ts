import { z } from 'zod'
import { formOf, id } from '#ground/form'
import { limits } from './funding.ts'
import { date, maybePlainLine } from './money-form.ts'

export const meetConditionForm = formOf(z.object({ tranche: id, metOn: date, words: maybePlainLine(limits.textCharsMax) }))
