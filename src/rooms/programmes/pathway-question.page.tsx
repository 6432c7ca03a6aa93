import type { Db } from '#ground/db'
import { textOf } from '#ground/form'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Tag } from '#ui/notice'
import { type EditField, EditForm, isStale, textFields } from './pathway-edit-form.tsx'
import { type PathwayForm, pathwayLimits, type Question, questionKinds, sayTexts } from './pathway-forms.ts'
import { choicesOffered } from './pathway-part.form.ts'
import { partOf } from './pathway-part.page.tsx'

const formOf = (forms: readonly PathwayForm[], key: string | undefined) => found(forms.find((one) => one.key === key))

/** The questions of a form in their order, each to be changed, moved or taken out. */
export async function questionsPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params } = asked
  const { base, back, pathway, version } = await partOf(db, asked)
  const form = formOf(pathway.forms, params.form)
  const title = say('page.pathway.questions-of', { form: sayTexts(say, form.name) })
  const path = `${base}/forms/${form.key}/questions`
  const body = (
    <>
      {back}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p class="soft">{say('page.pathway.questions-lead')}</p>
      {form.questions.length === 0 ? <Empty>{say('page.pathway.no-questions')}</Empty> : null}
      <ol>
        {form.questions.map((question, nth) => (
          <li>
            <QuestionLine say={say} question={question} href={`${path}/${question.key}`} />
            <div class="deeds">
              {nth > 0 ? <Move say={say} path={path} version={version} question={question} by="up" /> : null}
              {nth < form.questions.length - 1 ? <Move say={say} path={path} version={version} question={question} by="down" /> : null}
            </div>
          </li>
        ))}
      </ol>
      {form.questions.length < pathwayLimits.questionsMax ? (
        <p>
          <a class="button" href={path}>
            {say('page.pathway.question-add')}
          </a>
        </p>
      ) : null}
    </>
  )
  return { title, body }
}

function QuestionLine({ say, question, href }: { say: Say; question: Question; href: string }) {
  const { kind, required, seen, of } = question
  return (
    <p>
      <a href={href} dir="auto">
        {sayTexts(say, question.ask)}
      </a>{' '}
      <span class="small soft">
        {say(`question.kind.${kind}`)} · {say(`question.seen.${seen}`)}
        {required ? null : ` · ${say('page.pathway.may-skip')}`}
      </span>{' '}
      {of ? <Tag>{say(`question.of.${of}`)}</Tag> : null}
    </p>
  )
}

type MoveProps = { say: Say; path: string; version: number; question: Question; by: 'up' | 'down' }

function Move({ say, path, version, question, by }: MoveProps) {
  return (
    <Button
      action={`${path}/${question.key}/place`}
      fields={{ version: String(version), by }}
      label={say(`page.pathway.${by}`)}
      of={sayTexts(say, question.ask)}
      kind="quiet"
      little
    />
  )
}

/** One question, or a new one. The kind of one that is there stays, since its answers were meant so. */
export async function questionPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params, formId } = asked
  const { base, pathway, version } = await partOf(db, asked)
  const form = formOf(pathway.forms, params.form)
  const question = params.question === undefined ? undefined : found(form.questions.find(({ key }) => key === params.question))
  const path = `${base}/forms/${form.key}/questions`
  const action = question ? `${path}/${question.key}` : path
  const title = say(question ? 'page.pathway.question' : 'page.pathway.question-new')
  const kind = question?.kind ?? (textOf(again?.values, 'kind') as Question['kind'] | undefined)
  const fields = [...(question ? [] : [kindField(say)]), ...questionFields(say, question), ...choiceFields(say, question, kind)]
  const edit = { say, action, version, fields, again, formId, label: say('page.pathway.save') }
  const body = (
    <>
      <p class="small">
        <a href={`${base}/forms/${form.key}`}>{say('page.pathway.questions-of', { form: sayTexts(say, form.name) })}</a>
      </p>
      <h1>{title}</h1>
      {question ? <p class="soft">{say(`question.kind.${question.kind}`)}</p> : null}
      <EditForm {...edit} {...(question ? { hidden: { kind: question.kind } } : {})} />
      {question && !isStale(again) ? (
        <details>
          <summary>{say('page.pathway.question-remove')}</summary>
          <Button
            action={`${action}/removal`}
            fields={{ version: String(version) }}
            label={say('page.pathway.remove')}
            of={title}
            kind="danger"
          />
        </details>
      ) : null}
    </>
  )
  return { title, body }
}

function kindField(say: Say): EditField {
  const choices = questionKinds.map((value) => ({ value, label: say(`question.kind.${value}`) }))
  return { name: 'kind', label: say('page.pathway.question-kind'), draws: 'select', value: 'scale', choices }
}

function questionFields(say: Say, question: Question | undefined): EditField[] {
  const seen = (['partner', 'coordinator', 'nobody'] as const).map((value) => ({ value, label: say(`question.seen.${value}`) }))
  const of = (['both', 'mentor', 'mentee'] as const).map((value) => ({ value, label: say(`question.of.${value}`) }))
  return [
    ...textFields(say, 'ask', say('page.pathway.question-ask'), question?.ask),
    ...textFields(say, 'hint', say('page.pathway.question-hint'), question?.hint, { optional: true, line: true }),
    { name: 'seen', label: say('page.pathway.question-seen'), draws: 'select', value: question?.seen ?? 'partner', choices: seen },
    { name: 'of', label: say('page.pathway.question-of'), draws: 'select', value: question?.of ?? 'both', choices: of },
    { name: 'required', label: say('page.pathway.question-required'), draws: 'tick', value: question?.required === false ? '' : 'yes' },
  ]
}

/** A line in each language for every choice, and some for new ones; there from the start, since no script waits for the kind. */
function choiceFields(say: Say, question: Question | undefined, kind: Question['kind'] | undefined): EditField[] {
  if (kind !== undefined && kind !== 'choice' && kind !== 'choices') return []
  const there = question?.choices ?? []
  const hint = say(question ? 'page.pathway.choice-hint' : 'page.pathway.choice-hint-new')
  const places = Math.min(choicesOffered, pathwayLimits.choicesMax - there.length)
  const fresh = Array.from({ length: Math.max(places, 0) }, (_, nth) => ({ key: `new${nth + 1}`, says: undefined }))
  return [...there, ...fresh].flatMap(({ key, says }, nth) =>
    textFields(say, `choice-${key}`, say('page.pathway.choice', { nth: nth + 1 }), says, {
      line: true,
      optional: says === undefined,
      ...(nth === 0 ? { hint } : {}),
    }),
  )
}
