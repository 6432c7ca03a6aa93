import { z } from 'zod'
import { choice, formOf, id, isId, slipKey, ticks, whole } from '#ground/form'
import { cardKinds, limits } from './card.ts'

const card = choice(cardKinds)
const picks = ticks.refine((all) => all.length > 0 && all.length <= limits.linesMax && all.every(isId), {
  error: slipKey('slip.today.picks'),
})

export const drawBatchForm = formOf(z.object({ id, card, picks }))
export const batchForm = formOf(z.object({ batch: id }))
export const setAsideForm = formOf(z.object({ id, card, subject: id, days: whole(1, limits.setAsideDaysMax) }))
