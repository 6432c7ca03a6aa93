import { z } from 'zod'
import { choice, type Form, formOf, id } from '#ground/form'
import { stepStates } from './growth.ts'
import type { MarkStep } from './mark-step.ts'

export const markStepForm: Form<MarkStep> = formOf(z.object({ step: id, state: choice(stepStates, 'slip.stale') }))
