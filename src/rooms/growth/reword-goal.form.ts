import { z } from 'zod'
import { type Form, formOf, id, line, maybeLine, whole } from '#ground/form'
import { limits } from './growth.ts'
import type { RewordGoal } from './reword-goal.ts'

export const rewordGoalForm: Form<RewordGoal> = formOf(
  z.object({
    id,
    goal: id,
    version: whole(1, limits.versionsMax),
    text: line(limits.textCharsMax, 'slip.growth.goal'),
    shownBy: maybeLine(limits.textCharsMax),
  }),
)
