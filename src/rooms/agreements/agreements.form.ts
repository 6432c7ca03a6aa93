import { z } from 'zod'
import { type Form, formOf, id, isId, latinDigits, type Slip, textOf, type Values } from '#ground/form'
import { limits } from './agreement.ts'
import type { WriteAgreement } from './write-agreement.ts'

const tidy = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** The clauses by their keys, which are data, and the goals, one a line; an empty clause is left out. */
export const writeAgreementForm: Form<WriteAgreement> = (values) => {
  const [form, partnership, from] = [
    textOf(values, 'id') ?? '',
    textOf(values, 'partnership') ?? '',
    latinDigits(textOf(values, 'from') ?? ''),
  ]
  if (!isId(form) || !isId(partnership) || !/^[0-9]{1,3}$/.test(from)) return { slips: [{ field: '', key: 'slip.stale' }] }
  const clauses = clausesOf(values)
  const goals = goalsOf(values)
  const slips: Slip[] = [
    ...Object.entries(clauses).flatMap(([key, text]) => tooLong(`clause-${key}`, text, limits.clauseCharsMax)),
    ...goals.flatMap(({ field, text }) => tooLong(field, text, limits.goalCharsMax)),
  ]
  return slips.length > 0
    ? { slips }
    : { input: { id: form, partnership, from: Number(from), clauses, goals: goals.map(({ text }) => text) } }
}

const tooLong = (field: string, text: string, max: number): Slip[] =>
  text.length > max ? [{ field, key: 'slip.too-long', facts: { max } }] : []

/** The goals in their order; an empty one is left out. */
function goalsOf(values: Values): { field: string; text: string }[] {
  const fields = Object.keys(values)
    .filter((name) => /^goal-[0-9]$/.test(name))
    .sort()
  return fields.map((field) => ({ field, text: tidy(textOf(values, field) ?? '') })).filter(({ text }) => text !== '')
}

/** What the form holds of each clause. */
function clausesOf(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const key = /^clause-([a-zA-Z][a-zA-Z0-9-]{0,39})$/.exec(name)?.[1]
      return key === undefined || typeof value !== 'string' ? [] : [[key, tidy(value)]]
    }),
  )
}

export const signAgreementForm = formOf(z.object({ partnership: id, version: id }))
