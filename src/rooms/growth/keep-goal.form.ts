import { z } from 'zod'
import { choice, type Form, formOf, id } from '#ground/form'
import { goalStates } from './growth.ts'
import type { KeepGoal } from './keep-goal.ts'

export const keepGoalForm: Form<KeepGoal> = formOf(z.object({ goal: id, state: choice(goalStates, 'slip.stale') }))
