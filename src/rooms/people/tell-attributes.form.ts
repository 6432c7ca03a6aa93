import { z } from 'zod'
import { formOf, maybeLine } from '#ground/form'
import { type Attribute, limits } from './person.ts'

export const attributeNames = ['gender', 'ethnicity', 'birthYear', 'disability', 'identity'] as const satisfies readonly Attribute[]

const words = maybeLine(limits.wordCharsMax)

/** Each in the person's own words; a field that is empty, or not there, takes back. */
export const tellAttributesForm = formOf(
  z.object({ gender: words, ethnicity: words, birthYear: words, disability: words, identity: words }),
)
