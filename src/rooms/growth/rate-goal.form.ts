import { z } from 'zod'
import { choice, type Form, formOf, id } from '#ground/form'
import { type Attainment, attainments } from './growth.ts'
import type { RateGoal } from './rate-goal.ts'

const values = attainments.map(String) as [string, ...string[]]

export const rateGoalForm: Form<RateGoal> = formOf(
  z.object({ id, goal: id, value: choice(values).transform((text) => Number(text) as Attainment) }),
)
