import { z } from 'zod'
import type { Facts } from './refusal.ts'

/** What a form sent: texts, repeated fields as lists, files as files. */
export type Values = Record<string, string | string[] | File>

/** One thing to mend: the field, the key of its sentence, and what the sentence is told. */
export type Slip = { field: string; key: string; facts?: Facts }

export type Read<Input> = { input: Input } | { slips: Slip[] }

/** Turns what came in into a verb's input, or names every slip at once. */
export type Form<Input> = (values: Values) => Read<Input>

/** A slip's key and facts ride in the issue's message as JSON, since a schema knows only texts. */
export function slipKey(key: string, facts: Facts = {}): string {
  return JSON.stringify({ key, facts })
}

function slipFrom(issue: z.core.$ZodIssue): Slip {
  const field = String(issue.path[0] ?? '')
  try {
    const { key, facts } = JSON.parse(issue.message) as { key: string; facts: Facts }
    return { field, key, facts }
  } catch {
    return { field, key: 'slip.unreadable' }
  }
}

/** A form from a zod schema; the messages of the schema are `slipKey(…)`. One slip a field, the first. */
export function formOf<Schema extends z.ZodType>(schema: Schema): Form<z.output<Schema>> {
  return (values) => {
    const read = schema.safeParse(values)
    if (read.success) return { input: read.data }
    const slips = new Map<string, Slip>()
    for (const issue of read.error.issues) {
      const slip = slipFrom(issue)
      if (!slips.has(slip.field)) slips.set(slip.field, slip)
    }
    return { slips: [...slips.values()] }
  }
}

/** A form with nothing but its path and its own id. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string) => uuid.test(text)
export const id = z.string({ error: slipKey('slip.stale') }).refine(isId, { error: slipKey('slip.stale') })

/** A line of text that must be there. */
export function line(charsMax: number, missingKey = 'slip.missing') {
  return z
    .string({ error: slipKey(missingKey) })
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(1, slipKey(missingKey))
        .max(charsMax, slipKey('slip.too-long', { max: charsMax })),
    )
}

/** A line of text that may be left empty; empty is null. */
export function maybeLine(charsMax: number) {
  return z
    .string()
    .optional()
    .transform((text) => tidyText(text ?? ''))
    .pipe(z.string().max(charsMax, slipKey('slip.too-long', { max: charsMax })))
    .transform((text) => (text === '' ? null : text))
}

/** One of the listed choices. */
export function choice<const T extends readonly [string, ...string[]]>(among: T, missingKey = 'slip.choose') {
  return z.enum(among, { error: slipKey(missingKey) })
}

/** Ticked boxes: none, one or many, as a list. */
export const ticks = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))

/** A whole number in any digits, within bounds. */
export function whole(min: number, max: number) {
  return z
    .string({ error: slipKey('slip.whole', { min, max }) })
    .transform((text) => latinDigits(text.trim()))
    .refine((text) => /^[0-9]{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: slipKey('slip.whole', { min, max }),
    })
    .transform(Number)
}

export function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/** The text that a field held, for drawing it again. */
export function textOf(values: Values | undefined, field: string): string | undefined {
  const value = values?.[field]
  return typeof value === 'string' ? value : undefined
}

/** The texts that a repeated field held. */
export function textsOf(values: Values | undefined, field: string): string[] {
  const value = values?.[field]
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? [value] : []
}
