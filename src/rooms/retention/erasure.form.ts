import { z } from 'zod'
import { formOf, id, line } from '#ground/form'

const codeCharsMax = 40

export const erasureForm = formOf(z.object({ id, code: line(codeCharsMax) }))
export const othersErasureForm = formOf(z.object({ id, person: id, code: line(codeCharsMax) }))
export const ownForm = formOf(z.object({}))
export const personForm = formOf(z.object({ person: id }))
