import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import { sayKey } from '#ground/words'
import { Button } from '#ui/button'
import { stageOfKey } from './pathway.ts'
import { type EditField, EditForm, isStale, textFields } from './pathway-edit-form.tsx'
import { pathwayLimits, sayTexts } from './pathway-forms.ts'
import { type PathwayInForce, pathwayInForce } from './pathway-reads.ts'
import { findProgramme } from './reads.ts'

/** What every page of one part of a pathway begins with. */
export async function partOf(db: Db, { params, say }: Asked) {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const inForce: PathwayInForce = await pathwayInForce(db, programme.id)
  const base = `/programmes/${programme.id}/pathway`
  const back = (
    <p class="small">
      <a href={base}>{say('page.pathway.back', { programme: programme.name })}</a>
    </p>
  )
  return { programme, base, back, ...inForce }
}

/** A stage: its name, what is done in it, how long it may last, and what happens then. */
export async function stagePage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params, formId } = asked
  const { base, back, pathway, version } = await partOf(db, asked)
  const stage = found(stageOfKey(pathway, params.stage ?? ''))
  const late = (['tells', 'moves'] as const).map((value) => ({ value, label: say(`page.pathway.late.${value}`) }))
  const limitDays = stage.limitDays === null ? '' : say.number(stage.limitDays)
  const fields: EditField[] = [
    ...textFields(say, 'name', say('page.pathway.name'), stage.name, { line: true }),
    ...textFields(say, 'about', say('page.pathway.about'), stage.about, { optional: true }),
    {
      ...{ name: 'limitDays', label: say('page.pathway.limit'), hint: say('page.pathway.limit-hint'), optional: true },
      ...{ draws: 'whole', value: limitDays },
    },
    { name: 'late', label: say('page.pathway.late'), draws: 'select', value: stage.late, choices: late },
  ]
  const title = say('page.pathway.stage', { stage: sayTexts(say, stage.name) })
  const form = { say, version, fields, again, formId, action: `${base}/stages/${stage.key}`, label: say('page.pathway.save') }
  return { title, body: whole(back, title, <EditForm {...form} />) }
}

const whole = (back: Markup, title: string, body: Markup) => (
  <>
    {back}
    <h1>{title}</h1>
    {body}
  </>
)

/** How long it lasts, how often they meet, and what happens when a pair has not met for some time. */
export async function rhythmPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, formId } = asked
  const { base, back, pathway, version } = await partOf(db, asked)
  const number = (name: string, label: string, value: number, hint?: string): EditField => ({
    ...{ name, label, draws: 'whole', value: say.number(value) },
    ...(hint === undefined ? {} : { hint }),
  })
  const { meetings, contact, lastsWeeks, keepMonths } = pathway
  const fields = [
    number('lastsWeeks', say('page.pathway.weeks'), lastsWeeks),
    number('planned', say('page.pathway.planned'), meetings.planned),
    number('minutes', say('page.pathway.minutes'), meetings.minutes),
    number('everyDays', say('page.pathway.every'), meetings.everyDays),
    number('nudgeAt', say('page.pathway.nudge-at'), contact.nudgeAt, say('page.pathway.percent-hint')),
    number('callAt', say('page.pathway.call-at'), contact.callAt),
    number('lapseAt', say('page.pathway.lapse-at'), contact.lapseAt),
    number('keepMonths', say('page.pathway.keep-months'), keepMonths, say('page.pathway.keep-months-hint')),
  ]
  const title = say('page.pathway.rhythm')
  const form = { say, version, fields, again, formId, action: `${base}/rhythm`, label: say('page.pathway.save') }
  return { title, body: whole(back, title, <EditForm {...form} />) }
}

/** What reminders say, in each language. */
export async function remindersPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, formId } = asked
  const { base, back, pathway, version } = await partOf(db, asked)
  const fields = pathway.reminders.flatMap(({ kind, says }) => textFields(say, kind, sayKey(say, `page.pathway.reminder.${kind}`), says))
  const title = say('page.pathway.reminders')
  const form = { say, version, fields, again, formId, action: `${base}/reminders`, label: say('page.pathway.save') }
  return { title, body: whole(back, title, <EditForm {...form} />) }
}

/** A clause of the agreement, or a new one. */
export async function clausePage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params, formId } = asked
  const { base, back, pathway, version } = await partOf(db, asked)
  const { clauses } = pathway.agreement
  const clause = params.clause === undefined ? undefined : found(clauses.find(({ key }) => key === params.clause))
  const fields: EditField[] = [
    ...textFields(say, 'title', say('page.pathway.clause-title'), clause?.title, { line: true }),
    ...textFields(say, 'says', say('page.pathway.clause-says'), clause?.says, { charsMax: pathwayLimits.clauseCharsMax }),
    { name: 'fixed', label: say('page.pathway.clause-fixed'), draws: 'tick', value: clause?.fixed ? 'yes' : '' },
  ]
  const title = clause ? say('page.pathway.clause', { clause: sayTexts(say, clause.title) }) : say('page.pathway.clause-new')
  const action = clause ? `${base}/clauses/${clause.key}` : `${base}/clauses`
  const body = (
    <>
      <EditForm {...{ say, version, fields, again, formId, action, label: say('page.pathway.save') }} />
      {clause && !isStale(again) ? (
        <details>
          <summary>{say('page.pathway.clause-remove')}</summary>
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
  return { title, body: whole(back, title, body) }
}
