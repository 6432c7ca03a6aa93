import { z } from 'zod'
import { choice, slipKey } from '#ground/form'
import { readZone } from './read-places.ts'

/** How somebody reads; any zone that IANA names. */
export const reading = {
  language: choice(['en', 'fa-AF']),
  calendar: choice(['gregory', 'persian', 'islamic-umalqura']),
  zone: z.string({ error: slipKey('slip.zone') }).transform((text, context) => {
    const zone = readZone(text) ?? olderZone(text.trim())
    if (zone !== null) return zone
    context.addIssue({ code: 'custom', message: slipKey('slip.zone') })
    return z.NEVER
  }),
}

/** A zone by one of the names that IANA keeps for older spellings; an offset is no zone. */
function olderZone(text: string): string | null {
  if (!/^[A-Za-z][\w+\-/]{1,59}$/.test(text)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    // Intl throws RangeError at what only looks like a zone.
    return null
  }
}
