import { type Criterion, formOfReview, limitsClause, type Pathway, pathwaySchema, type Stage } from './pathway.ts'
import { pathwayLimits } from './pathway-forms.ts'
import { shapeSlips } from './pathway-slips.ts'
import { asksForNone, type RuleSlip } from './rules.ts'

const tooBig = { slips: [{ key: 'slip.pathway.too-big', facts: { max: pathwayLimits.bytesMax } }] }

/** Reads a pathway file; names every slip at once, by where it stands. Texts as JSON, of 200,000 bytes at most. */
export function readPathway(text: string): { pathway: Pathway } | { slips: RuleSlip[] } {
  if (text.length > pathwayLimits.bytesMax) return tooBig
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { slips: [{ key: 'slip.pathway.json', facts: {} }] }
  }
  const read = pathwaySchema.safeParse(given)
  if (!read.success) return { slips: shapeSlips(read.error.issues, given) }
  const slips = slipsOf(read.data)
  return slips.length > 0 ? { slips } : { pathway: read.data }
}

/** The same, from a file that somebody chose; one that is too large is not read at all. */
export async function readPathwayFile(file: Blob): Promise<ReturnType<typeof readPathway>> {
  return file.size > pathwayLimits.bytesMax ? tooBig : readPathway(await file.text())
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
    ...pathway.reviews.flatMap((one) => [one.form, ...one.more].map((form) => ({ at: one.key, form }))),
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
    ...notThere(pathway.stages),
    ...(pair.some((one) => one.endsAs) ? [] : [{ key: 'slip.pathway.no-end', facts: {} }]),
    ...(pathway.contact.nudgeAt < pathway.contact.callAt && pathway.contact.callAt < pathway.contact.lapseAt
      ? []
      : [{ key: 'slip.pathway.contact', facts: {} }]),
    ...pathway.stages.flatMap((one) =>
      one.endsAs && !pathway.ends.includes(one.endsAs) ? [{ key: 'slip.pathway.end', facts: { stage: one.key } }] : [],
    ),
    ...(pathway.agreement.clauses.some(({ key, fixed }) => key === limitsClause && fixed)
      ? []
      : [{ key: 'slip.pathway.limits', facts: {} }]),
    ...(leavesAttributesOut(pathway) ? [] : [{ key: 'slip.rules.without-attributes', facts: {} }]),
    ...(pathway.holds.includes('safeguarding') ? [] : [{ key: 'slip.pathway.safeguarding', facts: {} }]),
  ]
}

/** Where attributes are switched off, neither a rule needs one nor is anybody asked for a wish of them. */
function leavesAttributesOut({ matching }: Pathway): boolean {
  const { withoutAttributes, wishesAsked } = matching
  return asksForNone(matching) && !(withoutAttributes && (wishesAsked.includes('attributes') || wishesAsked.includes('alikeOrDifferent')))
}

/** What nobody can meet where it stands: places are counted for a programme alone; milestones and days are a pair's. */
function notThere(stages: readonly Stage[]): RuleSlip[] {
  const isCounted = (of: Stage['of'], what: Criterion['what']) => what === 'confirmed' || (what === 'places') === (of === 'programme')
  return stages.flatMap(({ key: stage, of, leave, enter }) =>
    [...enter, ...leave]
      .filter(({ what }) => !isCounted(of, what) || (of === 'person' && what !== 'confirmed'))
      .map(({ what }) => ({ key: 'slip.pathway.not-there', facts: { stage, what } })),
  )
}

/** Keys that two things of one list share: stages, forms, reviews, clauses, criteria of a stage, questions asked together, choices. */
function twice(pathway: Pathway): string[] {
  const questions = pathway.forms.flatMap((one) => one.questions)
  const criteria = pathway.stages.map(({ leave }) => leave.filter((one) => one.what === 'confirmed'))
  const lists = [
    ...[pathway.stages, pathway.forms, pathway.reviews, pathway.agreement.clauses],
    ...pathway.forms.map((one) => one.questions),
    ...questions.map(({ choices }) => choices),
    ...criteria,
    ...pathway.reviews.map((one) => formOfReview(pathway, one)?.questions ?? []),
  ]
  const again = lists.flatMap((list) => {
    const keys = list.map(({ key }) => key)
    return keys.filter((key, at) => keys.indexOf(key) !== at)
  })
  return [...new Set(again)]
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
