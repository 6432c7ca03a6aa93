import { z } from 'zod'
import { type Form, formOf, id, isId, maybeLine, textOf } from '#ground/form'
import type { GiveAnswers } from './give-answers.ts'
import type { GiveGift } from './give-gift.ts'
import { limits } from './review.ts'

/** The answers are read by the review's own form, which is data; here only whose they are. */
export const giveAnswersForm: Form<GiveAnswers> = (values) => {
  const [form, review] = [textOf(values, 'id') ?? '', textOf(values, 'review') ?? '']
  return isId(form) && isId(review) ? { input: { id: form, review, values } } : { slips: [{ field: '', key: 'slip.stale' }] }
}

const text = maybeLine(limits.giftCharsMax)
const gift = formOf(z.object({ partnership: id, round: id, helped: text, more: text, different: text }))

/** The three prompts; by the other button nothing is given, whatever stands in them. */
export const giveGiftForm: Form<GiveGift> = (values) =>
  gift(textOf(values, 'nothing') === 'yes' ? { ...values, helped: '', more: '', different: '' } : values)

export const refuseFollowUpForm = formOf(z.object({ partnership: id }))
