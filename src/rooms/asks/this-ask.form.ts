import { z } from 'zod'
import { type Form, formOf, id } from '#ground/form'

export type ThisAsk = { ask: string }

/** Nothing is asked but the ask of the path. */
export const thisAskForm: Form<ThisAsk> = formOf(z.object({ ask: id }))
