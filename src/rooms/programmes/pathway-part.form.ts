import { z } from 'zod'
import { choice, type Form, formOf, id, line, maybeLine, slipKey, textOf, type Values, whole } from '#ground/form'
import { languages } from '#ground/words'
import type { ChangePathway } from './change-pathway.ts'
import { maybeFile } from './open-programme.form.ts'
import { reminderKinds } from './pathway.ts'
import { pathwayLimits, type Question, questionKinds, type Texts } from './pathway-forms.ts'
import type { Part } from './pathway-part.ts'

const { textCharsMax, clauseCharsMax, choicesMax } = pathwayLimits
/** Empty lines offered for choices that are not there yet. */
export const choicesOffered = 3

const versionMax = 100_000
const about = { programme: id, version: whole(0, versionMax) }
const maybeWhole = (min: number, max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === '' ? null : text))
    .pipe(z.union([z.null(), whole(min, max)], { error: slipKey('slip.whole', { min, max }) }))

/** The fields of a text: one for each language, English always. */
const written = (name: string, charsMax: number = textCharsMax) => ({
  [`${name}-en`]: line(charsMax),
  [`${name}-fa-AF`]: maybeLine(charsMax),
})
const maybeWritten = (name: string) => ({ [`${name}-en`]: maybeLine(textCharsMax), [`${name}-fa-AF`]: maybeLine(textCharsMax) })

function textsIn(read: Record<string, unknown>, name: string): Texts | undefined {
  const [en, fa] = languages.map((language) => read[`${name}-${language}`])
  if (typeof en !== 'string') return undefined
  return typeof fa === 'string' ? { en, 'fa-AF': fa } : { en }
}

const textIn = (read: Record<string, unknown>, name: string): Texts => textsIn(read, name) ?? { en: '' }

/** A form for one part of a pathway: its fields, and what they make. */
function partForm<Shape extends z.ZodRawShape>(
  shape: Shape,
  partOf: (read: z.output<z.ZodObject<Shape>>, all: Record<string, unknown>) => Part,
): Form<ChangePathway> {
  const fields = formOf(z.object({ ...about, ...shape }))
  return (values) => {
    const read = fields(values)
    if ('slips' in read) return read
    const { programme, version } = read.input as { programme: string; version: number }
    return { input: { programme, version, part: partOf(read.input as z.output<z.ZodObject<Shape>>, read.input) } }
  }
}

export const stageForm = partForm(
  { stage: z.string(), limitDays: maybeWhole(1, 3_660), late: choice(['moves', 'tells']), ...written('name'), ...maybeWritten('about') },
  ({ stage, limitDays, late }, all) => ({
    ...{ what: 'stage', stage: String(stage), limitDays: limitDays as number | null, late: late as 'moves' | 'tells' },
    ...{ name: textIn(all, 'name'), about: textsIn(all, 'about') },
  }),
)

const percent = whole(100, 1_000)
const rhythm = partForm(
  {
    ...{ lastsWeeks: whole(1, 260), planned: whole(1, 300), minutes: whole(5, 480), everyDays: whole(1, 365) },
    ...{ nudgeAt: percent, callAt: percent, lapseAt: percent, keepMonths: whole(1, 120) },
  },
  ({ lastsWeeks, keepMonths, planned, minutes, everyDays, nudgeAt, callAt, lapseAt }) => ({
    ...{ what: 'rhythm', lastsWeeks, keepMonths, meetings: { planned, minutes, everyDays }, contact: { nudgeAt, callAt, lapseAt } },
  }),
)

/** The rhythm; that a pair is reminded before the coordinator is told, and that before it ends, is looked at once all could be read. */
export const rhythmForm: Form<ChangePathway> = (values) => {
  const read = rhythm(values)
  if ('slips' in read || read.input.part.what !== 'rhythm') return read
  const { nudgeAt, callAt, lapseAt } = read.input.part.contact
  if (callAt <= nudgeAt) return { slips: [{ field: 'callAt', key: 'slip.pathway.contact' }] }
  return lapseAt <= callAt ? { slips: [{ field: 'lapseAt', key: 'slip.pathway.contact' }] } : read
}

/** Reminders that the page showed; one that it did not show stays as it is. */
export const remindersForm: Form<ChangePathway> = (values) => {
  const shown = reminderKinds.filter((kind) => textOf(values, `${kind}-en`) !== undefined)
  const read = partForm(Object.assign({}, ...shown.map((kind) => written(kind))), (_read, all) => ({
    ...{ what: 'reminders', says: Object.fromEntries(shown.map((kind) => [kind, textIn(all, kind)])) },
  }))
  return read(values)
}

const fixed = z
  .string()
  .optional()
  .transform((tick) => tick === 'yes')
const clauseFields = { fixed, ...written('title'), ...written('says', clauseCharsMax) }
type ClauseRead = { fixed: boolean }
const clauseOf = ({ fixed: isFixed }: ClauseRead, all: Record<string, unknown>) => ({
  title: textIn(all, 'title'),
  says: textIn(all, 'says'),
  fixed: isFixed,
})

export const clauseForm = partForm({ clause: z.string(), ...clauseFields }, (read, all) => ({
  ...{ what: 'clause', clause: String(read.clause), isNew: false, content: clauseOf(read as ClauseRead, all) },
}))
export const newClauseForm = partForm({ id, ...clauseFields }, (read, all) => ({
  ...{ what: 'clause', clause: newKey('c', String(read.id)), isNew: true, content: clauseOf(read as ClauseRead, all) },
}))
export const noClauseForm = partForm({ clause: z.string() }, ({ clause }) => ({ what: 'no-clause', clause }))

/** A key of its own for something new, the same for the same form sent twice. */
const newKey = (letter: string, formId: string) => `${letter}-${formId.slice(-12)}`

const questionFields = {
  form: z.string(),
  seen: choice(['nobody', 'partner', 'coordinator']),
  of: choice(['both', 'mentor', 'mentee']),
  required: z
    .string()
    .optional()
    .transform((tick) => tick === 'yes'),
  ...written('ask'),
  ...maybeWritten('hint'),
}
type QuestionRead = { form: string; seen: Question['seen']; of: 'both' | 'mentor' | 'mentee'; required: boolean }

const questionOf = (read: QuestionRead, all: Record<string, unknown>, key: string, kind: Question['kind'], values: Values): Question => {
  const hint = textsIn(all, 'hint')
  const { seen, of, required } = read
  const rest = { ...(hint ? { hint } : {}), ...(of === 'both' ? {} : { of }), seen, required, benefit: false, watch: false }
  return { key, ask: textIn(all, 'ask'), kind, choices: choicesIn(values, String(values.id ?? '')), ...rest }
}

/** The choices that have an English text: those that were there by their keys, then new ones. A choice emptied is gone. */
function choicesIn(values: Values, formId: string): Question['choices'] {
  const text = (field: string) => (textOf(values, field) ?? '').normalize('NFC').trim().slice(0, textCharsMax)
  const there = Object.keys(values).flatMap((field) => /^choice-([a-zA-Z][a-zA-Z0-9-]{0,39})-en$/.exec(field)?.[1] ?? [])
  return there.slice(0, choicesMax).flatMap((field) => {
    const [en, fa] = [text(`choice-${field}-en`), text(`choice-${field}-fa-AF`)]
    const key = /^new[0-9]$/.test(field) ? `${newKey('o', formId)}-${field.slice(3)}` : field
    return en === '' ? [] : [{ key, says: fa === '' ? { en } : { en, 'fa-AF': fa } }]
  })
}

const isChosenFrom = (kind: Question['kind']) => kind === 'choice' || kind === 'choices'

/** A question that is there; its kind comes from the pathway, and its page sends it along only to be looked at here. */
export const questionForm: Form<ChangePathway> = (values) =>
  questionPart(values, { question: z.string(), id }, (read) => ({ key: String(read.question), isNew: false }))

export const newQuestionForm: Form<ChangePathway> = (values) =>
  questionPart(values, { id }, (read) => ({ key: newKey('q', String(read.id)), isNew: true }))

function questionPart(
  values: Values,
  shape: z.ZodRawShape,
  named: (read: Record<string, unknown>) => { key: string; isNew: boolean },
): ReturnType<Form<ChangePathway>> {
  const read = partForm({ ...questionFields, kind: choice(questionKinds), ...shape }, (given, all) => {
    const { key, isNew } = named(all)
    const kind = (given as { kind: Question['kind'] }).kind
    const from = isChosenFrom(kind) ? values : { id: textOf(values, 'id') ?? '' }
    const question = questionOf(given as unknown as QuestionRead, all, key, kind, from)
    return { what: 'question', form: String(all.form), isNew, question }
  })(values)
  if ('slips' in read || read.input.part.what !== 'question') return read
  const { kind, choices } = read.input.part.question
  const first = Object.keys(values).find((field) => /^choice-.*-en$/.test(field)) ?? 'choice-new1-en'
  return isChosenFrom(kind) && choices.length < 2 ? { slips: [{ field: first, key: 'slip.pathway.two-choices' }] } : read
}

export const noQuestionForm = partForm({ form: z.string(), question: z.string() }, ({ form, question }) => ({
  ...{ what: 'no-question', form, question },
}))
export const questionPlaceForm = partForm(
  { form: z.string(), question: z.string(), by: choice(['up', 'down']) },
  ({ form, question, by }) => ({ what: 'question-place', form, question, by: by === 'up' ? -1 : 1 }),
)

const chosenFile = maybeFile.refine((file) => file !== null, { error: slipKey('slip.import.file') })
export const bringPathwayForm = formOf(z.object({ ...about, file: chosenFile.transform((file) => file as File) }))
export const copyPathwayForm = formOf(z.object({ ...about, from: line(60, 'slip.choose') }))
