import { z } from 'zod'
import { formOf, id } from '#ground/form'
import { limits } from './funding.ts'
import { plainLine } from './money-form.ts'

export const takeBackReceiptForm = formOf(z.object({ id, receipt: id, reason: plainLine(limits.textCharsMax, 'slip.funding.reason') }))
