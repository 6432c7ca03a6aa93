import { z } from 'zod'
import { choice, formOf, id, line, maybeLine } from '#ground/form'
import { limits, outcomes } from './concern.ts'

const programmeId = z
  .string()
  .optional()
  .transform((text) => (text ? text : null))
  .pipe(id.nullable())

export const addForm = formOf(z.object({ reference: z.string(), id, text: line(limits.messageCharsMax) }))
export const openForm = formOf(z.object({ reference: line(limits.codeCharsMax) }))
export const answerForm = formOf(z.object({ concern: id, id, text: line(limits.messageCharsMax) }))
export const noteForm = formOf(
  z.object({ concern: id, id, note: line(limits.noteCharsMax) }).transform(({ note, ...rest }) => ({ ...rest, text: note })),
)
export const concernForm = formOf(z.object({ concern: id }))
export const pairForm = formOf(z.object({ concern: id, code: line(limits.codeCharsMax), otherCode: line(limits.codeCharsMax) }))
export const holdForm = formOf(z.object({ concern: id, id, partnership: id }))
export const liftForm = formOf(z.object({ hold: id }))
export const endForm = formOf(
  z
    .object({ concern: id, outcome: choice(outcomes), words: maybeLine(limits.messageCharsMax) })
    .transform(({ words, ...rest }) => ({ ...rest, text: words })),
)
export const helplinesForm = formOf(
  z.object({ id, text: maybeLine(limits.helplinesCharsMax) }).transform(({ text, ...rest }) => ({ ...rest, text: text ?? '' })),
)
export const officerForm = formOf(z.object({ id, code: line(limits.codeCharsMax), programme: programmeId }))
