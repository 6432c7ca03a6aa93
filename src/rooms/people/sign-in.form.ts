import { z } from 'zod'
import { foldAddress } from '#ground/fold'
import { choice, formOf, id, line, slipKey } from '#ground/form'
import { calendars, languages } from '#ground/words'
import { limits } from './person.ts'

const isAddress = (text: string) => /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(text)

const address = z
  .string({ error: slipKey('slip.address') })
  .transform(foldAddress)
  .refine((text) => isAddress(text) && text.length <= limits.addressCharsMax, { error: slipKey('slip.address') })

/** A path of this house, to go to after signing in; anything else is left out. */
const next = z
  .string()
  .optional()
  .transform((path) => (path !== undefined && /^\/(?![/\\])[^\s\\]{0,400}$/.test(path) ? path : null))

const personCode = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? null : text.trim().slice(0, limits.codeCharsMax)))

export const askSignInLinkForm = formOf(z.object({ address, next }))
export const codeForm = formOf(z.object({ code: line(40, 'slip.code'), personCode }))
export const linkForm = formOf(z.object({ token: z.string(), personCode }))

const zone = z
  .string({ error: slipKey('slip.zone') })
  .trim()
  .refine(isZone, { error: slipKey('slip.zone') })

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const beginHouseForm = formOf(
  z.object({
    token: z.string(),
    organisation: line(200, 'slip.organisation'),
    fullName: line(limits.nameCharsMax, 'slip.name'),
    address,
    language: choice(languages as ['en', 'fa-AF']),
    calendar: choice(calendars as ['gregory', 'persian', 'islamic-umalqura']),
    zone,
    start: choice(['empty', 'sample']),
  }),
)

export const endSessionForm = formOf(z.object({ session: id }))
