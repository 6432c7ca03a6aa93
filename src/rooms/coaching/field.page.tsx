import { businessesById } from '#businesses/reads'
import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { dayOf, sayInstant, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { limits, type Meeting } from './coaching.ts'
import { FieldForm } from './field-form.tsx'
import { fieldMark } from './field-mark.ts'
import { loggableBy, unansweredOf } from './field-reads.ts'
import { CodeOutcome } from './meeting.page.tsx'
import { outcomes } from './strip.ts'

/**
 * All that a coach needs to log a meeting where there is no signal. Its script keeps this one page, and what is not sent, on the
 * telephone (public/field.js); without it the page is a form like any other.
 */
export async function fieldPage(db: Db, { say, me, query, formId }: Asked, again?: Again): Promise<View> {
  const coach = me?.person ?? ''
  const [today, of] = [dayOf(say, db.now), fieldMark(coach)]
  const [loggable, unanswered] = [await loggableBy(db, coach, today), await unansweredOf(db, coach)]
  const businesses = await businessesById(
    db,
    [...loggable, ...unanswered].map(({ business }) => business),
  )
  const nameOf = ({ business }: Meeting) => `${businesses.get(business)?.code ?? ''} ${businesses.get(business)?.name ?? '–'}`
  const body = (
    <>
      <h1>{say('page.field.head')}</h1>
      <ErrorSummary say={say} again={again} />
      <CodeOutcome say={say} code={query.get('code')} />
      <p class="lead">{say('page.field.lead')}</p>
      <p data-field-when="off">{say('page.field.off')}</p>
      <p data-field-when="kept" hidden>
        {say('page.field.kept', { day: sayWeekday(say, today.add({ days: limits.fieldDays })) })} {say('page.field.clear')}
      </p>
      <Waiting say={say} of={of} />
      {loggable.length === 0 ? (
        <p>{say('page.field.none')}</p>
      ) : (
        <FieldForm {...{ say, again, formId, today, nameOf }} meetings={loggable} of={of} />
      )}
      {unanswered.length === 0 ? null : (
        <>
          <h2>{say('page.field.unanswered')}</h2>
          <ul>
            {unanswered.map((meeting) => (
              <li>
                <a href={`/coaching-meetings/${meeting.id}`}>
                  <Name name={nameOf(meeting)} />
                </a>
                {say.language === 'fa-AF' ? '، ' : ', '}
                {sayInstant(say, meeting.startsAt)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
  return { title: say('page.field.title'), body, script: 'field' }
}

/** What the script fills in: how many wait on the telephone, what became of each, and the sentences that it says. */
function Waiting({ say, of }: { say: Say; of: string }) {
  return (
    <section id="waiting" data-of={of} hidden>
      <Notice kind="wait">
        <h2>
          <span role="status">
            {say('page.field.waiting')} <b data-field="count">0</b>
          </span>
        </h2>
        <p data-field="again" hidden>
          <a href="/sign-in?next=/field-log">{say('page.field.sign-in')}</a>
        </p>
        <ul data-field="logs" />
        <button type="button" data-field="send">
          {say('page.field.send')}
        </button>
      </Notice>
      <template>
        <li>
          <b dir="auto" />
          <br />
          <span />
          <br />
          <button type="button" class="link" data-field="change">
            {say('page.field.change')}
          </button>{' '}
          <button type="button" class="link" data-field="drop">
            {say('page.field.drop')}
          </button>
        </li>
      </template>
      <div hidden>
        <p data-says="waits">{say('page.field.waits')}</p>
        <p data-says="logged">{say('done.coaching-logged')}</p>
        <p data-says="drop">{say('page.field.drop-sure')}</p>
        {outcomes.map((outcome) => (
          <p data-says={outcome}>{outcome === 'confirmed' ? say('done.coaching-confirmed') : say(`coaching.code.${outcome}`)}</p>
        ))}
      </div>
    </section>
  )
}
