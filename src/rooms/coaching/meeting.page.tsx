import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import type { Say } from '#ground/words'
import { sayMoney } from '#hours/money'
import { findBank, fundersOf } from '#hours/reads'
import { reservationOf } from '#hours/reserve'
import { correspondentsOf } from '#partnerships/correspondent'
import { topicName } from '#people/topics'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Day, When } from '#ui/when'
import { OfBusiness, StateTag } from './around.tsx'
import { isOpen, type Log, type Meeting, stateOf } from './coaching.ts'
import { EndForms } from './end-forms.tsx'
import { LogForm } from './log-form.tsx'
import { longerOf } from './longer-reads.ts'
import { AmendForm, ConfirmForm, DecideForm, LongerForm, ToldForm, TypeCode } from './meeting-forms.tsx'
import { nextStepOf } from './next-step.ts'
import { findCoaching } from './reads.ts'
import { standingAt } from './standing.ts'
import { outcomes } from './strip.ts'
import { codesLeft } from './strip-reads.ts'

/** One meeting: what it has come to, what was told of it, and what whoever looks can do next. */
export async function meetingPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params, query, formId } = asked
  const meeting = found(await findCoaching(db, params.meeting ?? ''))
  const standing = await standingAt(db, meeting)
  const { keeps, owns, coaches, judges, business } = standing
  const state = stateOf(meeting, db.now)
  const coach = (await correspondentsOf(db, [meeting.coach])).get(meeting.coach)
  const left = await codesLeft(db, meeting.business)
  const nextStep = await nextStepOf(db, meeting)
  const longer = await longerOf(db, meeting.id)
  const hasBegun = Temporal.Instant.compare(db.now, meeting.startsAt) >= 0
  const mayLog = coaches && meeting.grouping === null && (['booked', 'held'].includes(state) ? hasBegun : state === 'recorded')
  const common = { say, again, formId, id: meeting.id }
  const body = (
    <>
      {business ? <OfBusiness business={business} /> : null}
      <h1>{say('page.coaching-meeting.head', { time: sayInstant(say, meeting.startsAt) })}</h1>
      <p>
        <StateTag say={say} state={state} />
      </p>
      <ErrorSummary say={say} again={again} />
      <CodeOutcome say={say} code={query.get('code')} />
      <p class="lead">{say(`coaching.means.${state}`)}</p>
      <Warned say={say} meeting={meeting} />
      <Known say={say} meeting={meeting} coach={coach?.fullName} cost={await costOf(db, say, meeting)} longer={longer} />
      {meeting.log ? <Logged say={say} meeting={meeting} log={meeting.log} nextStep={nextStep} /> : null}
      {meeting.grouping && coaches ? <a href={`/coaching-groups/${meeting.grouping}`}>{say('page.coaching-meeting.group')}</a> : null}
      {mayLog && state !== 'recorded' ? <LogForm {...common} now={db.now} meeting={meeting} hasStrip={left !== null} /> : null}
      {coaches && state === 'recorded' && left !== null ? <TypeCode {...common} /> : null}
      {mayLog && state === 'recorded' ? (
        <details>
          <summary>{say('page.coaching-meeting.log-again')}</summary>
          <LogForm {...common} again={undefined} now={db.now} meeting={meeting} hasStrip={false} />
        </details>
      ) : null}
      {owns && !coaches && meeting.log && ['recorded', 'disputed'].includes(state) ? (
        <ConfirmForm {...common} minutes={meeting.log.minutes} action="confirmation" />
      ) : null}
      {judges && !owns && meeting.log && ['recorded', 'disputed'].includes(state) ? <ToldForm {...common} /> : null}
      {judges && state === 'disputed' && meeting.log ? <DecideForm {...common} minutes={meeting.log.minutes} /> : null}
      {judges && state === 'clientConfirmed' && meeting.spend ? <AmendForm {...common} minutes={meeting.spend.minutes} /> : null}
      {state === 'booked' && !hasBegun && !coaches && (owns || judges) && meeting.grouping === null ? (
        <LongerForm {...common} minutes={longer ?? meeting.minutes} />
      ) : null}
      {isOpen(state) ? <EndForms {...common} {...{ keeps, owns, coaches, hasBegun }} waits={state === 'awaitingFunds'} /> : null}
    </>
  )
  return { title: say('page.coaching-meeting.title'), body }
}

/** What a code came to, where it did not confirm. */
export function CodeOutcome({ say, code }: { say: Say; code: string | null }) {
  const outcome = outcomes.find((each) => each === code)
  return outcome === undefined || outcome === 'confirmed' ? null : <Notice kind="bad">{say(`coaching.code.${outcome}`)}</Notice>
}

function Warned({ say, meeting: { end, waitsFor, reservation } }: { say: Say; meeting: Meeting }) {
  if (end?.warned) return <Notice kind="wait">{say('page.coaching-meeting.warned')}</Notice>
  if (end && end.lostMinutes > 0) return <Notice kind="bad">{say('page.coaching-meeting.lost', { minutes: end.lostMinutes })}</Notice>
  if (waitsFor && reservation === null && !end) {
    return <Notice kind="wait">{say('page.coaching-meeting.waits-for', { who: `\u2068${waitsFor}\u2069` })}</Notice>
  }
  return null
}

async function costOf(db: Db, say: Say, { bank: which, reservation }: Meeting): Promise<string | null> {
  const [bank, reserved] = [await findBank(db, which), reservation ? await reservationOf(db, reservation) : undefined]
  if (!bank || !reserved || reserved.lines.length === 0) return null
  const client = (await fundersOf(db, which)).find(({ kind }) => kind === 'client')
  const own = reserved.lines.filter(({ funder }) => funder === client?.id).reduce((sum, { amount }) => sum + amount, 0n)
  return say('page.coaching-meeting.cost', { cost: sayMoney(say, reserved.cost, bank), own: sayMoney(say, own, bank) })
}

type KnownProps = { say: Say; meeting: Meeting; coach: string | undefined; cost: string | null; longer: number | null }

function Known({ say, meeting, coach, cost, longer }: KnownProps) {
  const { minutes, groupMinutes, mode, place, escorted, decision, spend } = meeting
  return (
    <Facts
      facts={[
        [say('label.coaching.coach'), coach ? <Name name={coach} /> : null],
        [say('label.coaching.planned'), say('label.coaching.minutes', { minutes: groupMinutes ?? minutes })],
        [say('label.coaching.longer'), longer === null ? null : say('label.coaching.minutes', { minutes: longer })],
        [say('page.coaching.mode'), say(`coaching.mode.${mode}`)],
        [say('page.coaching.place'), place === 'none' ? null : say(`coaching.place.${place}`)],
        [say('label.coaching.escort'), escorted ? say('label.coaching.escort-needed') : null],
        [say('label.coaching.cost'), cost],
        [say('label.coaching.paid'), spend ? say('label.coaching.minutes', { minutes: spend.minutes }) : null],
        [say('label.coaching.decided'), decision ? <bdi>{decision.reason}</bdi> : null],
      ]}
    />
  )
}

type LoggedProps = { say: Say; meeting: Meeting; log: Log; nextStep: string | null }

/** What the coach wrote and what the client said, side by side: a difference is shown to both. */
function Logged({ say, meeting: { confirmation, amendment }, log, nextStep }: LoggedProps) {
  return (
    <>
      <h2>{say('page.coaching-meeting.told')}</h2>
      <Facts
        facts={[
          [say('label.coaching.day'), <Day say={say} date={log.day} weekday />],
          [say('label.coaching.coach-says'), say('label.coaching.minutes', { minutes: log.minutes })],
          [say('label.coaching.client-says'), confirmation ? sayAnswer(say, confirmation) : say('label.coaching.silent')],
          [say('label.coaching.confirmed-how'), confirmation ? say(`coaching.how.${confirmation.how}`) : null],
          [say('label.coaching.confirmed-at'), confirmation ? <When say={say} at={confirmation.at} /> : null],
          [say('label.coaching.topics'), say.list(log.topics.map((topic) => topicName(say, topic)))],
          [say('page.coaching.present'), say.list(log.present.map((who) => say(`coaching.present.${who}`)))],
          [say('page.coaching.next-step'), nextStep ? <bdi dir="auto">{nextStep}</bdi> : null],
          [say('label.coaching.amended'), amendment ? <bdi>{amendment.reason}</bdi> : null],
        ]}
      />
    </>
  )
}

export function sayAnswer(say: Say, { says, minutes }: { says: string; minutes: number | null }): string {
  if (says === 'other') return say('label.coaching.minutes', { minutes: minutes ?? 0 })
  return say(says === 'yes' ? 'label.coaching.says-yes' : 'label.coaching.says-no')
}
