import { type Form, isId, latinDigits, type Slip, textOf, textsOf, type Values } from '#ground/form'
import type { ChangeRules } from './change-rules.ts'
import { attributes, comparable, criteria, type Rules, ruleLimits, rulesSchema } from './rules.ts'

const directions = ['above', 'below', 'any']

const wholeOf = (values: Values, field: string): number | null => {
  const text = latinDigits((textOf(values, field) ?? '').trim())
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : null
}

/** The rules page's many small answers, put back into the template's own format; what cannot be read is named at its field. */
export const changeRulesForm: Form<ChangeRules> = (values) => {
  const programme = textOf(values, 'programme') ?? ''
  const version = wholeOf(values, 'version')
  if (!isId(programme) || version === null) return { slips: [{ field: '', key: 'slip.stale' }] }
  const read = rulesFrom(values)
  return 'slips' in read ? read : { input: { programme, version, rules: read.rules } }
}

function rulesFrom(values: Values): { rules: Rules } | { slips: Slip[] } {
  const slips: Slip[] = []
  const whole = (field: string, max: number): number => {
    const read = wholeOf(values, field)
    if (read !== null && read <= max) return read
    slips.push({ field, key: 'slip.whole', facts: { min: 0, max } })
    return 0
  }
  // An answer left out is not the schema's default: a page that was cut off must not loosen a rule.
  const chosen = (field: string) => textOf(values, field) ?? ''
  const direction = chosen('grades')
  if (!directions.includes(direction)) slips.push({ field: 'grades', key: 'slip.choose' })
  const best = {
    mentorStands: direction === 'any' ? chosen('bestStands') : direction,
    min: whole('bestMin', ruleLimits.gradesApartMax),
    max: chosen('bestMax').trim() === '' ? null : whole('bestMax', ruleLimits.gradesApartMax),
  }
  if (slips.length === 0 && best.max !== null && best.max < best.min) slips.push({ field: 'bestMax', key: 'slip.rules.best-order' })
  const read = rulesSchema.safeParse({
    hard: {
      lineManagement: chosen('lineManagement'),
      sameUnit: chosen('sameUnit'),
      conflicts: 'forbidden',
      languagesInCommonMin: whole('languagesInCommonMin', ruleLimits.languagesInCommonMax),
      hoursInCommonMin: whole('hoursInCommonMin', ruleLimits.hoursInCommonMax),
      grades: gradesOf(direction, () => whole('gradesMin', ruleLimits.gradesApartMax)),
      sameRequired: attributes.filter((one) => textsOf(values, 'sameRequired').includes(one)),
    },
    weights: Object.fromEntries(criteria.map((criterion) => [criterion, chosen(`weight-${criterion}`)])),
    preferences: Object.fromEntries(comparable.map((one) => [one, chosen(`prefer-${one}`)])),
    bestLevel: best,
    withoutAttributes: chosen('withoutAttributes') === 'yes',
  })
  if (read.success) return slips.length === 0 ? { rules: read.data } : { slips }
  const named = new Set(slips.map(({ field }) => field))
  const more = new Set(read.error.issues.map(({ path }) => fieldOf(path)).filter((field) => !named.has(field)))
  const keyOf = (field: string) => (field === 'withoutAttributes' ? 'slip.rules.without-attributes' : 'slip.choose')
  return { slips: [...slips, ...[...more].map((field) => ({ field, key: keyOf(field) }))] }
}

function gradesOf(direction: string, min: () => number) {
  return direction === 'above' || direction === 'below' ? { mentorStands: direction, min: min() } : null
}

/** The page's name of the place where a rule stands. */
function fieldOf([group, name]: PropertyKey[]): string {
  if (group === 'withoutAttributes') return group
  if (group === 'weights') return `weight-${String(name)}`
  if (group === 'preferences') return `prefer-${String(name)}`
  return group === 'hard' ? String(name) : 'grades'
}
