import { z } from 'zod'
import { type Form, formOf, id, line } from '#ground/form'
import { limits } from './ask.ts'
import type { DraftAsk } from './draft-ask.ts'

export const draftAskForm: Form<DraftAsk> = formOf(z.object({ id, programme: id, text: line(limits.textCharsMax, 'slip.ask.text') }))
