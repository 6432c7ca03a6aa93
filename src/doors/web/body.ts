import type { Context } from 'hono'
import type { Values } from '#ground/form'

const fieldsMax = 5_000

/** What a form sent; texts must be whole Unicode without NUL, since neither PostgreSQL nor a person can keep anything else. */
export async function readBody(c: Context): Promise<{ values: Values } | { trouble: 'nul' | 'unreadable' }> {
  let form: FormData
  try {
    form = await c.req.formData()
  } catch {
    return { trouble: 'unreadable' }
  }
  // Without the names that every object has, so that a field called `constructor` is a field like any other.
  const values: Values = Object.create(null)
  let fields = 0
  for (const [name, value] of form) {
    fields += 1
    if (fields > fieldsMax) return { trouble: 'unreadable' }
    if (name.startsWith('__')) return { trouble: 'unreadable' }
    if (typeof value !== 'string') {
      values[name] = value as File
      continue
    }
    if (value.includes('\u0000') || name.includes('\u0000')) return { trouble: 'nul' }
    const text = value.toWellFormed()
    const before = values[name]
    if (before === undefined || before instanceof File) values[name] = text
    else values[name] = Array.isArray(before) ? [...before, text] : [before, text]
  }
  return { values }
}
