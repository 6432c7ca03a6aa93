import { z } from 'zod'
import { choice, formOf, line } from '#ground/form'
import { emailAddress } from './ask-sign-in-link.form.ts'
import { limits } from './person.ts'
import { reading } from './reading.form.ts'

const secretCharsMax = 100

export const beginHouseForm = formOf(
  z
    .object({
      token: z.string().max(secretCharsMax),
      organisation: line(limits.nameCharsMax, 'slip.organisation'),
      fullName: line(limits.nameCharsMax, 'slip.name'),
      email: emailAddress,
      ...reading,
      start: choice(['empty', 'sample']),
    })
    .transform(({ start, ...founding }) => ({ ...founding, sample: start === 'sample' })),
)
