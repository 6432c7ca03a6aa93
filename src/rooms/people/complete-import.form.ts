import { z } from 'zod'
import { formOf, id, ticks } from '#ground/form'
import type { Completing } from './complete-import.ts'

/** The rows without anything that identifies: all of them, those ticked, or none. */
export const completeImportForm = formOf(
  z
    .object({ import: id, takeAll: z.literal('yes').optional().catch(undefined), take: ticks })
    .transform(({ takeAll, take, ...rest }): Completing => {
      const lines = new Set(take.map(Number).filter(Number.isSafeInteger))
      return { ...rest, take: { all: takeAll === 'yes', lines } }
    }),
)
