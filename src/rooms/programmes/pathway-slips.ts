import type { z } from 'zod'
import type { RuleSlip } from './rules.ts'

const slipsMax = 60

/** What is wrong with the shape of a pathway file, each by where it stands, in the words of the person who wrote it. */
export function shapeSlips(issues: readonly z.core.$ZodIssue[], given: unknown): RuleSlip[] {
  return issues.flatMap((issue) => slipsOf(issue, given)).slice(0, slipsMax)
}

function slipsOf(issue: z.core.$ZodIssue, given: unknown): RuleSlip[] {
  const at = placeOf(issue.path, given)
  const slip = (key: string, facts = {}): RuleSlip[] => [{ key: `slip.pathway.${key}`, facts: { at, ...facts } }]
  if (issue.code === 'unrecognized_keys') return issue.keys.flatMap((key) => slip('unknown', { key }))
  if (valueAt(issue.path, given) === undefined && issue.path.length > 0) return slip('missing')
  if (issue.code === 'invalid_value') return slip('choice', { choices: issue.values.map(String).join(', ') })
  if (issue.code === 'invalid_format') return slip('key')
  if (issue.code === 'too_small')
    return boundSlip(issue.origin, Number(issue.minimum), slip, { string: 'empty', array: 'few', number: 'least' })
  if (issue.code === 'too_big')
    return boundSlip(issue.origin, Number(issue.maximum), slip, { string: 'long', array: 'many', number: 'most' })
  return slip('shape')
}

type Named = { string: string; array: string; number: string }

function boundSlip(origin: string, bound: number, slip: (key: string, facts?: object) => RuleSlip[], named: Named): RuleSlip[] {
  const key = origin === 'string' ? named.string : origin === 'array' ? named.array : named.number
  return slip(key, { bound })
}

function valueAt(path: readonly PropertyKey[], given: unknown): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], given)
}

/** A place as its writer finds it: things that have a key by that key, others by their number, counted from one. */
function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const steps = path.map((step, at) => {
    if (typeof step !== 'number') return String(step)
    const key = (valueAt(path.slice(0, at + 1), given) as { key?: unknown } | null | undefined)?.key
    return typeof key === 'string' && key.length <= 40 ? key : String(step + 1)
  })
  return steps.join('.') || '{ }'
}
