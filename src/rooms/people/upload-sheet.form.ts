import { z } from 'zod'
import { choice, formOf, id, slipKey } from '#ground/form'

const fileSlip = slipKey('slip.import.file')

export const uploadSheetForm = formOf(
  z
    .object({
      organisation: id,
      id,
      sheet: z.instanceof(File, { error: fileSlip }).refine((file) => file.name !== '', { error: fileSlip }),
      side: choice(['sheet', 'mentor', 'mentee', 'both']).default('sheet'),
    })
    .transform(({ side, ...upload }) => ({ ...upload, side: side === 'sheet' ? null : side })),
)
