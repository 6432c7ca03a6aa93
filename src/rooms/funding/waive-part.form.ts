import { z } from 'zod'
import { choice, id } from '#ground/form'
import { date, moneyForm, reference } from './money-form.ts'

export const waivePartForm = moneyForm(
  z.object({ id, bank: id, holder: id, funder: id, way: choice(['pay', 'take-back']), paidOn: date, reference }),
)
