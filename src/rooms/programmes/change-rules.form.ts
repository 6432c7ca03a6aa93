import { type Form, id, isId, latinDigits, type Slip, textOf, textsOf, type Values } from '#ground/form'
import type { ChangeRules } from './change-rules.ts'
import { attributes, comparable, criteria, rulesSchema } from './rules.ts'

const wholeOf = (values: Values, field: string): number | null => {
  const text = latinDigits((textOf(values, field) ?? '').trim())
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : null
}

/** The rules page's many small answers, put back into the template's own format; numbers that cannot be read are named at their field. */
export const changeRulesForm: Form<ChangeRules> = (values) => {
  const slips: Slip[] = []
  const whole = (field: string, max: number): number => {
    const read = wholeOf(values, field)
    if (read === null || read > max) slips.push({ field, key: 'slip.whole', facts: { min: 0, max } })
    return read ?? 0
  }
  const direction = textOf(values, 'grades')
  const given = {
    hard: {
      lineManagement: textOf(values, 'lineManagement'),
      sameUnit: textOf(values, 'sameUnit') === 'forbidden' ? 'forbidden' : 'allowed',
      conflicts: 'forbidden',
      languagesInCommonMin: whole('languagesInCommonMin', 12),
      hoursInCommonMin: whole('hoursInCommonMin', 168),
      grades: direction === 'above' || direction === 'below' ? { mentorStands: direction, min: whole('gradesMin', 30) } : null,
      sameRequired: textsOf(values, 'sameRequired').filter((one) => (attributes as readonly string[]).includes(one)),
    },
    weights: Object.fromEntries(criteria.map((criterion) => [criterion, textOf(values, `weight-${criterion}`)])),
    preferences: Object.fromEntries(comparable.map((one) => [one, textOf(values, `prefer-${one}`)])),
    bestLevel: { mentorStands: direction === 'below' ? 'below' : 'above', min: whole('bestMin', 30), max: wholeOf(values, 'bestMax') },
  }
  const programme = textOf(values, 'programme') ?? ''
  const version = wholeOf(values, 'version')
  if (!isId(programme) || version === null) slips.push({ field: '', key: 'slip.stale' })
  const read = rulesSchema.safeParse(given)
  if (!read.success && slips.length === 0) slips.push({ field: String(read.error.issues[0]?.path.at(-1) ?? ''), key: 'slip.choose' })
  if (slips.length > 0 || !read.success || version === null) return { slips }
  return { input: { programme: id.parse(programme), version, rules: read.data } }
}
