import type { Pathway, Stage } from './pathway.ts'
import type { Question, Texts } from './pathway-forms.ts'

export type Clause = Pathway['agreement']['clauses'][number]

/** What of a pathway is changed at once in the browser: one thing, at its place. What follows which is changed by a file alone. */
export type Part =
  | { what: 'stage'; stage: string; name: Texts; about: Texts | undefined; limitDays: number | null; late: Stage['late'] }
  | { what: 'rhythm'; lastsWeeks: number; keepMonths: number; meetings: Pathway['meetings']; contact: Pathway['contact'] }
  | { what: 'reminders'; says: Partial<Record<string, Texts>> }
  | { what: 'clause'; clause: string; isNew: boolean; content: Omit<Clause, 'key'> }
  | { what: 'no-clause'; clause: string }
  | { what: 'question'; form: string; isNew: boolean; question: Question }
  | { what: 'no-question'; form: string; question: string }
  | { what: 'question-place'; form: string; question: string; by: -1 | 1 }

/** The pathway with one part changed; undefined where there is nothing at that place, or for a new thing already something. */
export function withPart(pathway: Pathway, part: Part): Pathway | undefined {
  switch (part.what) {
    case 'stage': {
      const { what: _what, stage, about, ...rest } = part
      return one(pathway, 'stages', stage, ({ about: _about, ...before }) => [{ ...before, ...rest, ...(about ? { about } : {}) }])
    }
    case 'rhythm': {
      const { what: _what, ...rest } = part
      return { ...pathway, ...rest }
    }
    case 'reminders':
      return {
        ...pathway,
        reminders: pathway.reminders.map((reminder) => ({ ...reminder, says: part.says[reminder.kind] ?? reminder.says })),
      }
    case 'clause':
    case 'no-clause':
      return withClause(pathway, part)
    default:
      return withQuestion(pathway, part)
  }
}

/** What stands at a part's place, to tell whether a colleague changed it meanwhile. */
export function standsAt(pathway: Pathway, part: Part): unknown {
  if (part.what === 'stage') return pathway.stages.find(({ key }) => key === part.stage)
  if (part.what === 'rhythm') return [pathway.lastsWeeks, pathway.keepMonths, pathway.meetings, pathway.contact]
  if (part.what === 'reminders') return pathway.reminders
  if (part.what === 'clause' || part.what === 'no-clause') return pathway.agreement.clauses.find(({ key }) => key === part.clause)
  const questions = pathway.forms.find(({ key }) => key === part.form)?.questions
  if (part.what === 'question-place') return questions?.map(({ key }) => key)
  return questions?.find(({ key }) => key === (part.what === 'question' ? part.question.key : part.question))
}

type Keyed = { key: string }

/** A list with the item of a key put through `change`; undefined where no item has it. */
function changed<Item extends Keyed>(list: readonly Item[], key: string, change: (item: Item) => Item[]): Item[] | undefined {
  return list.some((item) => item.key === key) ? list.flatMap((item) => (item.key === key ? change(item) : [item])) : undefined
}

function one(pathway: Pathway, list: 'stages', key: string, change: (stage: Stage) => Stage[]): Pathway | undefined {
  const stages = changed(pathway[list], key, change)
  return stages && { ...pathway, stages }
}

function withClause(pathway: Pathway, part: Extract<Part, { what: 'clause' | 'no-clause' }>): Pathway | undefined {
  const { clauses } = pathway.agreement
  const clause = part.what === 'clause' ? [{ key: part.clause, ...part.content }] : []
  const isThere = clauses.some(({ key }) => key === part.clause)
  const isNew = part.what === 'clause' && part.isNew
  const next = isNew && !isThere ? [...clauses, ...clause] : changed(clauses, part.clause, () => clause)
  return next && { ...pathway, agreement: { ...pathway.agreement, clauses: next } }
}

type OfQuestion = Extract<Part, { form: string }>

function withQuestion(pathway: Pathway, part: OfQuestion): Pathway | undefined {
  const form = pathway.forms.find(({ key }) => key === part.form)
  const questions = form && nextQuestions(form.questions, part)
  const forms = questions && changed(pathway.forms, part.form, (before) => [{ ...before, questions }])
  return forms && { ...pathway, forms }
}

function nextQuestions(questions: readonly Question[], part: OfQuestion): Question[] | undefined {
  if (part.what === 'question') {
    const { question, isNew } = part
    if (isNew && !questions.some(({ key }) => key === question.key)) return [...questions, question]
    // The kind stays: what was answered before must read as it was meant.
    return changed(questions, question.key, ({ kind, benefit, watch }) => [isNew ? question : { ...question, kind, benefit, watch }])
  }
  if (part.what === 'no-question') return changed(questions, part.question, () => [])
  const at = questions.findIndex(({ key }) => key === part.question)
  const moved = questions[at]
  if (moved === undefined) return undefined
  const to = Math.min(Math.max(at + part.by, 0), questions.length - 1)
  return questions.toSpliced(at, 1).toSpliced(to, 0, moved)
}
