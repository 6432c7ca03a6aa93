import { z } from 'zod'
import { choice, type Form, formOf, id, line, maybeLine } from '#ground/form'
import { limits } from './growth.ts'
import type { SetGoal } from './set-goal.ts'

export const setGoalForm: Form<SetGoal> = formOf(
  z.object({
    id,
    partnership: id,
    text: line(limits.textCharsMax, 'slip.growth.goal'),
    shownBy: maybeLine(limits.textCharsMax),
    of: choice(['mentor', 'mentee', 'both']),
  }),
)
