import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Tag } from '#ui/notice'
import type { Criterion, Pathway, Stage } from './pathway.ts'
import { sayTexts } from './pathway-forms.ts'
import { partOf } from './pathway-part.page.tsx'
import { sayAfter, sayCriterion } from './pathway-say.ts'
import { ProgrammeStages } from './programme-stages.tsx'
import { sayRhythm } from './say-rhythm.ts'
import { programmeStanding } from './step-reads.ts'

type Props = { say: Say; base: string; pathway: Pathway }

/** How a programme goes: where it stands itself, then its stages in order, its rhythm, what it asks, its reminders, its agreement. */
export async function pathwayPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say } = asked
  const { programme, base, pathway, version } = await partOf(db, asked)
  const standing = await programmeStanding(db, programme.id)
  const props = { say, base, pathway }
  const title = say('page.pathway.head', { kind: sayTexts(say, pathway.name) })
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <bdi>{programme.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <p>{sayTexts(say, pathway.description)}</p>
      <ErrorSummary say={say} again={again} />
      {standing ? <ProgrammeStages say={say} programme={programme.id} standing={standing} again={again} /> : null}
      <Stages {...props} />
      <Rhythm {...props} />
      <Asks {...props} />
      <Reminders {...props} />
      <Agreement {...props} />
      <h2>{say('page.pathway.elsewhere')}</h2>
      <ul class="plain">
        <li>
          <a href={`${base}/source`}>{say('page.pathway.copy')}</a>
        </li>
        <li>
          <a href={`${base}.json`}>{say('page.pathway.download')}</a>
        </li>
      </ul>
      <p class="small soft">{say('page.pathway.version', { version })}</p>
    </>
  )
  return { title, body }
}

function Stages({ say, base, pathway }: Props) {
  return (
    <>
      <h2>{say('page.pathway.stages')}</h2>
      <p class="soft">{say('page.pathway.stages-lead')}</p>
      <ol>
        {pathway.stages.map((stage) => (
          <li>
            <a href={`${base}/stages/${stage.key}`}>{sayTexts(say, stage.name)}</a> <Tag>{say(`page.pathway.of.${stage.of}`)}</Tag>
            {stage.about ? <p class="small soft">{sayTexts(say, stage.about)}</p> : null}
            <Leaving say={say} pathway={pathway} stage={stage} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Leaving({ say, pathway, stage }: { say: Say; pathway: Pathway; stage: Stage }) {
  const { leave, leaveWhen, limitDays, late } = stage
  return (
    <>
      {leave.length === 0 ? null : (
        <details>
          <summary class="small">
            {say(leaveWhen === 'any' ? 'page.pathway.leave-any' : 'page.pathway.leave-all', { count: leave.length })}
          </summary>
          <ul class="small">
            {leave.map((criterion: Criterion) => (
              <li>
                {sayCriterion(say, pathway, criterion)}{' '}
                {criterion.level === 'may' ? <span class="soft">({say('page.pathway.may')})</span> : null}
              </li>
            ))}
          </ul>
        </details>
      )}
      {limitDays === null ? null : (
        <p class="small soft">
          {say('page.pathway.limit-said', { days: limitDays })} {say(`page.pathway.late.${late}`)}
        </p>
      )}
    </>
  )
}

function Rhythm({ say, base, pathway }: Props) {
  const { contact, meetings } = pathway
  const days = (percent: number) => Math.ceil((meetings.everyDays * percent) / 100)
  return (
    <>
      <h2>{say('page.pathway.rhythm')}</h2>
      <p>{sayRhythm(say, pathway)}</p>
      <p>
        {say('page.pathway.contact', { nudge: days(contact.nudgeAt), call: days(contact.callAt), lapse: days(contact.lapseAt) })}{' '}
        <a href={`${base}/rhythm`}>{say('page.pathway.change')}</a>
      </p>
    </>
  )
}

/** Reviews and when they come, then every form with how many questions it has. */
function Asks({ say, base, pathway }: Props) {
  return (
    <>
      <h2>{say('page.pathway.reviews')}</h2>
      <Facts facts={pathway.reviews.map((review) => [sayTexts(say, review.name), sayAfter(say, pathway, review)] as const)} />
      <h2>{say('page.pathway.forms')}</h2>
      <ul class="plain">
        {pathway.forms
          .filter(({ questions }) => questions.length > 0)
          .map(({ key, name, questions }) => (
            <li>
              <a href={`${base}/forms/${key}`}>{sayTexts(say, name)}</a>{' '}
              <span class="small soft">{say('page.pathway.questions', { count: questions.length })}</span>
            </li>
          ))}
      </ul>
    </>
  )
}

function Reminders({ say, base, pathway }: Props) {
  return (
    <>
      <h2>{say('page.pathway.reminders')}</h2>
      <Facts
        facts={pathway.reminders.map(({ kind, says }) => [sayKey(say, `page.pathway.reminder.${kind}`), sayTexts(say, says)] as const)}
      />
      <p>
        <a href={`${base}/reminders`}>{say('page.pathway.change')}</a>
      </p>
    </>
  )
}

function Agreement({ say, base, pathway }: Props) {
  return (
    <>
      <h2>{say('page.pathway.agreement')}</h2>
      <p class="soft">{say('page.pathway.agreement-lead')}</p>
      <ul class="plain">
        {pathway.agreement.clauses.map(({ key, title, fixed }) => (
          <li>
            <a href={`${base}/clauses/${key}`}>{sayTexts(say, title)}</a> {fixed ? <Tag>{say('page.pathway.fixed')}</Tag> : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}/clauses`}>{say('page.pathway.clause-new')}</a>
      </p>
    </>
  )
}
