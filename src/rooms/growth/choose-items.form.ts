import { z } from 'zod'
import { type Form, formOf, isId, ticks } from '#ground/form'
import type { ChooseItems } from './choose-items.ts'

/** An item's value is its ids with spaces between; what is no id is left out. */
const idsIn = (texts: readonly string[]) => texts.flatMap((text) => text.split(' ')).filter(isId)

export const chooseItemsForm: Form<ChooseItems> = formOf(
  z
    .object({ shown: ticks, goals: ticks, skills: ticks, steps: ticks, opportunities: ticks })
    .transform(({ shown, goals, skills, steps, opportunities }) => ({
      shown: idsIn(shown),
      kept: idsIn([...goals, ...skills, ...steps, ...opportunities]),
    })),
)
