import { type Pathway, pathwaySchema, type Stage } from './pathway.ts'
import { pathwayLimits } from './pathway-forms.ts'
import type { RuleSlip } from './rules.ts'

/** Reads a pathway file; names every slip at once, by where it stands. Texts as JSON, of 200,000 bytes at most. */
export function readPathway(text: string): { pathway: Pathway } | { slips: RuleSlip[] } {
  if (text.length > pathwayLimits.bytesMax) return { slips: [{ key: 'slip.pathway.too-big', facts: { max: pathwayLimits.bytesMax } }] }
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { slips: [{ key: 'slip.pathway.json', facts: {} }] }
  }
  const read = pathwaySchema.safeParse(given)
  if (!read.success) {
    const slips = read.error.issues.map(({ path, message }) => ({
      key: 'slip.pathway.shape',
      facts: { at: path.join('.') || '{ }', message },
    }))
    return { slips }
  }
  const slips = slipsOf(read.data)
  return slips.length > 0 ? { slips } : { pathway: read.data }
}

/** What a pathway of the right shape still gets wrong: a key twice, a stage or form that is not there, a cycle, an end out of reach. */
export function slipsOf(pathway: Pathway): RuleSlip[] {
  const stages = new Map(pathway.stages.map((one) => [one.key, one]))
  const forms = new Set(pathway.forms.map((one) => one.key))
  const pair = pathway.stages.filter((one) => one.of === 'pair')
  const missingStages = [
    ...pathway.stages.flatMap((one) => [...one.next, ...(one.returnsTo ? [one.returnsTo] : [])].map((to) => ({ at: one.key, to }))),
    { at: 'begins', to: pathway.begins },
    { at: 'closes', to: pathway.closes },
  ].filter(({ to }) => !stages.has(to))
  const usedForms = [
    ...pathway.stages.flatMap((one) => one.forms.map((form) => ({ at: one.key, form }))),
    ...pathway.reviews.map((one) => ({ at: one.key, form: one.form })),
  ]
  return [
    ...twice(pathway).map((key) => ({ key: 'slip.pathway.twice', facts: { key } })),
    ...missingStages.map(({ at, to }) => ({ key: 'slip.pathway.no-stage', facts: { at, stage: to } })),
    ...usedForms.filter(({ form }) => !forms.has(form)).map((facts) => ({ key: 'slip.pathway.no-form', facts })),
    ...cycleOf(pathway.stages).map((stage) => ({ key: 'slip.pathway.cycle', facts: { stage } })),
    ...[pathway.begins, pathway.closes]
      .filter((key) => stages.has(key) && stages.get(key)?.of !== 'pair')
      .map((stage) => ({ key: 'slip.pathway.not-of-pairs', facts: { stage } })),
    ...(missingStages.length === 0 ? unreached(pathway, pair).map((stage) => ({ key: 'slip.pathway.unreached', facts: { stage } })) : []),
    ...(pair.some((one) => one.endsAs) ? [] : [{ key: 'slip.pathway.no-end', facts: {} }]),
    ...(pathway.contact.nudgeAt < pathway.contact.callAt && pathway.contact.callAt < pathway.contact.lapseAt
      ? []
      : [{ key: 'slip.pathway.contact', facts: {} }]),
    ...pathway.stages.flatMap((one) =>
      one.endsAs && !pathway.ends.includes(one.endsAs) ? [{ key: 'slip.pathway.end', facts: { stage: one.key } }] : [],
    ),
    ...(pathway.holds.includes('safeguarding') ? [] : [{ key: 'slip.pathway.safeguarding', facts: {} }]),
  ]
}

/** Keys that two stages, two forms, two reviews, or two questions of a form share. */
function twice(pathway: Pathway): string[] {
  const lists = [pathway.stages, pathway.forms, pathway.reviews, ...pathway.forms.map(({ questions }) => questions)]
  return lists.flatMap((list) => {
    const keys = list.map(({ key }) => key)
    return keys.filter((key, at) => keys.indexOf(key) !== at)
  })
}

/** A stage that leads back to itself by the stages that follow; interludes go back by name and are none. */
function cycleOf(stages: readonly Stage[]): string[] {
  const next = new Map(stages.map((one) => [one.key, one.next]))
  const done = new Set<string>()
  const leadsBack = (key: string, above: readonly string[]): string[] => {
    if (above.includes(key)) return [key]
    if (done.has(key)) return []
    const found = (next.get(key) ?? []).flatMap((to) => leadsBack(to, [...above, key]))
    done.add(key)
    return found
  }
  return [...new Set(stages.flatMap(({ key }) => leadsBack(key, [])))]
}

/** Stages of a pair that no pair can come to. */
function unreached(pathway: Pathway, pair: readonly Stage[]): string[] {
  const reached = new Set<string>()
  const walk = (key: string): void => {
    if (reached.has(key)) return
    reached.add(key)
    const stage = pair.find((one) => one.key === key)
    for (const to of stage?.next ?? []) walk(to)
    for (const { key: interlude } of pair.filter(({ returnsTo }) => returnsTo === key)) walk(interlude)
  }
  walk(pathway.begins)
  walk(pathway.closes)
  return pair.map(({ key }) => key).filter((key) => !reached.has(key))
}
