import { z } from 'zod'
import { formOf, maybeLine, ticks } from '#ground/form'
import { type Attribute, limits } from './person.ts'

export const attributeNames = ['gender', 'ethnicity', 'birthYear', 'disability', 'identity'] as const satisfies readonly Attribute[]

/** Which one is taken back stands in the path. */
export const takeBackForm = formOf(z.object({ attribute: z.enum(attributeNames) }))

const words = maybeLine(limits.wordCharsMax)

/**
 * Each in the person's own words; a field that is empty, or not there, takes back. Of a form that says what it asked, only that: what is
 * told and no longer asked stays as it is.
 */
export const tellAttributesForm = formOf(
  z
    .object({ gender: words, ethnicity: words, birthYear: words, disability: words, identity: words })
    .extend({ asked: ticks.pipe(z.array(z.enum(attributeNames)).max(attributeNames.length)) })
    .transform(({ asked, ...told }) => {
      const names = asked.length > 0 ? asked : attributeNames
      return { told: Object.fromEntries(names.map((name) => [name, told[name]])) as Partial<typeof told> }
    }),
)
