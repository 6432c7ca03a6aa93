import { z } from 'zod'
import { format } from './journal-file.ts'

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const whole = z.string().regex(/^(0|-?[1-9]\d{0,18})$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const bound = whole.nullable()

const account = z.strictObject({
  ...{ id, kind: z.string(), unit: z.string(), funder: id.nullable(), holder: id.nullable(), band: id.nullable() },
  ...{ floor: bound, balance: whole, ceiling: bound },
})
const header = z.strictObject({
  format: z.literal(format),
  bank: z.strictObject({ id, name: z.string(), currency: z.string(), minorDigits: z.int(), quantum: whole }),
  funders: z.array(z.strictObject({ id, name: z.string(), kind: z.string() })),
  accounts: z.array(account),
  head: z.strictObject({ sequence: whole, hash }),
})
const entry = z.strictObject({
  ...{ id, sequence: whole, kind: z.string(), at: z.string(), day: z.string(), by: id.nullable() },
  ...{ cause: z.string(), holder: id.nullable(), reference: z.string(), reason: z.string(), rule: z.string() },
  ...{ reverses: id.nullable(), resolves: id.nullable(), hash, legs: z.array(z.tuple([id, whole])) },
})
const seal = z.strictObject({ sha256: hash })

export type AccountLine = z.infer<typeof account>
export type Header = z.infer<typeof header>
export type Line = z.infer<typeof entry>

export const readHeader = (line: string): Header | null => read(header, line)
export const readLine = (line: string): Line | null => read(entry, line)
export const readSeal = (line: string): string | null => read(seal, line)?.sha256 ?? null

/** A line of this shape; null for any other, and where it is not written as this house writes it, to the letter. */
function read<T>(shape: z.ZodType<T>, line: string): T | null {
  try {
    const value: unknown = JSON.parse(line)
    const { data } = shape.safeParse(value)
    return data !== undefined && JSON.stringify(value) === line ? data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
