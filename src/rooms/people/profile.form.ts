import { z } from 'zod'
import { type Form, formOf, id, line, maybeLine, slipKey, textOf, textsOf, ticks } from '#ground/form'
import { emailAddress } from './ask-sign-in-link.form.ts'
import { limits } from './person.ts'
import { readList, readPhone } from './read-parts.ts'
import { readCountry, readLanguage } from './read-places.ts'
import { reading } from './reading.form.ts'
import { readTopic } from './topics.ts'
import { blocksIn, weekTicks } from './week-ticks.ts'

const listCharsMax = 4_000
const givenCharsMax = 100
const given = (text: string) => ({ given: text.slice(0, givenCharsMax) })

/** An address or nothing. */
const maybeEmail = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)
  .pipe(emailAddress.optional())
  .transform((email) => email ?? null)

/** A line that `read` understands, or nothing. */
function maybeRead<T>(charsMax: number, read: (text: string) => T | null, slip: string) {
  return maybeLine(charsMax).transform((text, context) => {
    if (text === null) return null
    const value = read(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: slipKey(slip, given(text)) })
    return z.NEVER
  })
}

/** A list in one field, with commas; each part as `read` understands it, each once. */
function list(most: number, read: (text: string) => string | null, slip: string) {
  return maybeLine(listCharsMax).transform((text, context) => {
    const parts = readList(text ?? '')
    const values = parts.map((part) => read(part))
    const at = values.indexOf(null)
    if (at >= 0) context.addIssue({ code: 'custom', message: slipKey(slip, { ...given(parts[at] ?? ''), max: limits.wordCharsMax }) })
    else if (new Set(values).size > most) context.addIssue({ code: 'custom', message: slipKey('slip.person.list-long', { max: most }) })
    else return [...new Set(values as string[])]
    return z.NEVER
  })
}

const topics = list(limits.topicsMax, (text) => (text.length <= limits.wordCharsMax ? readTopic(text) : null), 'slip.person.topic-long')

const names = {
  fullName: line(limits.nameCharsMax, 'slip.name'),
  nameLatin: maybeLine(limits.nameCharsMax),
  calledName: maybeLine(limits.nameCharsMax),
  email: maybeEmail,
  phone: maybeRead(limits.phoneCharsMax, readPhone, 'slip.person.phone'),
}

const myself = {
  ...names,
  ...reading,
  languages: list(limits.languagesMax, readLanguage, 'slip.person.language'),
  canHelpWith: topics,
  wantsHelpWith: topics,
  about: maybeLine(limits.aboutCharsMax),
}

const inOrganisation = {
  unit: maybeLine(limits.nameCharsMax),
  jobTitle: maybeLine(limits.nameCharsMax),
  grade: maybeLine(limits.wordCharsMax),
  lineManagerCode: maybeLine(limits.codeCharsMax),
  country: maybeRead(limits.wordCharsMax, readCountry, 'slip.person.country'),
  field: maybeLine(limits.wordCharsMax),
}

const weekForm = z
  .object({ ...weekTicks, beside: ticks })
  .transform((values) => ({ blocks: blocksIn(values), keepBeside: values.beside.includes('keep') }))

/** Ticked topics, and the line of topics in own words beside them, as one list. */
function withOwnWords<Input>(form: Form<Input>): Form<Input> {
  return (values) => {
    const whole = (name: string) => [...textsOf(values, name), textOf(values, `${name}Own`) ?? ''].join(',')
    return form({ ...values, canHelpWith: whole('canHelpWith'), wantsHelpWith: whole('wantsHelpWith') })
  }
}

/** What people say of themselves. */
export const myProfileForm = withOwnWords(formOf(z.object(myself).and(weekForm)))

/** The whole profile, for who keeps the organisation. */
export const wholeProfileForm = withOwnWords(
  formOf(z.object({ person: id, code: line(limits.codeCharsMax), ...myself, ...inOrganisation }).and(weekForm)),
)

/** Enough of a person to begin with. */
export const newPersonForm = formOf(
  z.object({ organisation: id, id, code: maybeLine(limits.codeCharsMax), ...names, ...reading, ...inOrganisation }),
)
