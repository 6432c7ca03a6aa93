import { z } from 'zod'
import { id } from '#ground/form'
import { date, moneyForm, reference } from './money-form.ts'

export const signCommitmentForm = moneyForm(z.object({ id, funder: id, signedOn: date, reference }))
