import { z } from 'zod'
import { choice, slipKey } from '#ground/form'
import { readZone } from './read-places.ts'

/** How somebody reads; any zone that IANA names. */
export const reading = {
  language: choice(['en', 'fa-AF']),
  calendar: choice(['gregory', 'persian', 'islamic-umalqura']),
  zone: z.string({ error: slipKey('slip.zone') }).transform((text, context) => {
    const zone = readZone(text)
    if (zone !== null) return zone
    context.addIssue({ code: 'custom', message: slipKey('slip.zone') })
    return z.NEVER
  }),
}
