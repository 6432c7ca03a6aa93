import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import { type Say, sayTo } from '#ground/words'
import { openNextSteps } from '#growth/reads'
import { Thread, threadAt } from '#notebook/thread'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { safeUrl } from '#ui/safe-url'
import { When } from '#ui/when'
import { limits, type Meeting, otherOf, stateOf } from './meeting.ts'
import { answersTo, meetingsOf, placeOf } from './meeting-reads.ts'
import { sayState } from './meeting-row.tsx'
import { ownMeeting } from './own-meeting.ts'
import { WhenFields } from './plan-forms.tsx'
import { Told } from './told.tsx'

const stepsShownMax = 3

/** One meeting: before, when and where, the last next steps and three ways to begin; afterwards, whether they met. */
export async function meetingPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say, params, formId } = asked
  const meeting = await ownMeeting(db, params.meeting ?? '')
  const people = await correspondentsOf(db, [meeting.host, meeting.guest])
  const partner = people.get(otherOf(meeting, db.scope.person))
  const name = apart(partner?.name ?? '–')
  const state = stateOf(meeting, db.now)
  const hasBegun = Temporal.Instant.compare(db.now, meeting.startsAt) >= 0
  const isComing = !hasBegun && (state === 'planned' || state === 'ask-to-move')
  const place = await placeOf(db, meeting)
  const title = say('page.meeting.title', { name, when: sayInstant(say, meeting.startsAt) })
  const body = (
    <>
      {meeting.partnership === null ? null : (
        <p class="small">
          <a href={`/partnerships/${meeting.partnership}/meetings`}>{say('page.meetings.title', { name })}</a>
        </p>
      )}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {state === 'ask-to-move' ? <CannotCome say={say} meeting={meeting} name={name} me={db.scope.person} /> : null}
      {hasBegun ? <Told say={say} meeting={meeting} name={name} me={db.scope.person} formId={formId} again={again} /> : null}
      <Facts
        facts={[
          [say('page.meeting.when'), <When say={say} at={meeting.startsAt} />],
          [say('page.meeting.theirs', { name }), sayThere(say, partner, meeting)],
          [say('page.meetings.minutes'), say.number(meeting.minutes)],
          [say('page.meetings.place'), place === null ? null : <Place text={place} />],
          [say('page.meeting.state'), isComing && state === 'planned' ? null : sayState(say, meeting, db.now, db.scope.person)],
        ]}
      />
      {isComing ? await before(db, say, meeting) : null}
      {isComing ? (
        <Change
          say={say}
          meeting={meeting}
          place={place}
          again={again}
          formId={formId}
          answers={await answersTo(db, meeting)}
          me={db.scope.person}
        />
      ) : null}
      {await messages(db, asked, meeting, again)}
    </>
  )
  return { title, body }
}

/** What the two write around a meeting; one that came of an ask has no pair to write in. */
async function messages(db: Db, asked: Asked, { id, partnership }: Meeting, again: Again | undefined) {
  if (partnership === null) return null
  return <Thread asked={asked} again={again} thread={await threadAt(db, asked, { partnership, meeting: id })} />
}

/** The time on the partner's clock, where it shows another. */
function sayThere(say: Say, partner: Correspondent | undefined, { startsAt }: Meeting): string | null {
  if (!partner || partner.reader.zone === say.zone) return null
  return `${sayInstant(sayTo({ ...partner.reader, language: say.language, calendar: say.calendar }), startsAt)} (${partner.reader.zone})`
}

function Place({ text }: { text: string }) {
  const url = safeUrl(text)
  return url === null ? (
    <bdi>{text}</bdi>
  ) : (
    <a href={url} rel="noopener noreferrer">
      {text}
    </a>
  )
}

function CannotCome({ say, meeting, name, me }: { say: Say; meeting: Meeting; name: string; me: string | null }) {
  const isMe = meeting.cannotCome.includes(me ?? '')
  return (
    <Notice kind="wait">
      <p>{say(isMe ? 'page.meeting.cannot-mine' : 'page.meeting.cannot', { name })}</p>
    </Notice>
  )
}

/** What helps before a meeting: what was to be done, and three ways to begin, by how far the two have come. */
async function before(db: Db, say: Say, meeting: Meeting) {
  if (meeting.partnership === null) return <Starters say={say} when="first" />
  const steps = await openNextSteps(db, meeting.partnership)
  const held = (await meetingsOf(db, meeting.partnership)).some((one) => stateOf(one, db.now) === 'held')
  return (
    <>
      {steps.length > 0 ? (
        <>
          <h2>{say('page.meeting.steps')}</h2>
          <ul>
            {steps.slice(0, stepsShownMax).map(({ text }) => (
              <li dir="auto">{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Starters say={say} when={held ? 'later' : 'first'} />
    </>
  )
}

const starters = ['one', 'two', 'three'] as const

function Starters({ say, when }: { say: Say; when: 'first' | 'later' }) {
  return (
    <>
      <h2>{say('page.meeting.starters')}</h2>
      <ul>
        {starters.map((nth) => (
          <li>{say(`starter.${when}.${nth}`)}</li>
        ))}
      </ul>
    </>
  )
}

type ChangeProps = {
  say: Say
  meeting: Meeting
  place: string | null
  again: Again | undefined
  formId: string
  answers: ReadonlyMap<string, string>
  me: string | null
}

/** Another place, another time, that one cannot come, or that it does not take place. */
function Change({ say, meeting, place, again, formId, answers, me }: ChangeProps) {
  const path = `/meetings/${meeting.id}`
  const mine = answers.get(me ?? '')
  return (
    <>
      <form method="post" action={`${path}/place`} autocomplete="off">
        <TextField
          say={say}
          name="place"
          label={say('page.meetings.place')}
          hint={say('page.meetings.place-hint')}
          seen={say('page.meetings.place-seen')}
          optional
          maxlength={limits.placeCharsMax}
          again={again}
          {...(place === null ? {} : { value: place })}
        />
        <button type="submit" class="second little">
          {say('page.meeting.place-keep')}
        </button>
      </form>
      <details open={again?.values.day !== undefined || meeting.cannotCome.length > 0}>
        <summary>{say('page.meeting.move')}</summary>
        <form method="post" action={`${path}/time`} autocomplete="off">
          <Hidden name="nth" value={String(meeting.nth)} />
          <WhenFields say={say} again={again} minutes={meeting.minutes} at={meeting.startsAt} />
          <button type="submit" class="second">
            {say('page.meeting.move-there')}
          </button>
        </form>
      </details>
      <div class="deeds">
        <Button
          action={`${path}/answer`}
          label={say(mine === 'declined' ? 'page.meeting.can' : 'page.meeting.cannot-say')}
          kind="quiet"
          fields={{ id: formId, answer: mine === 'declined' ? 'accepted' : 'declined' }}
        />
        <Button action={`${path}/cancellation`} label={say('page.meeting.cancel')} kind="quiet" />
      </div>
    </>
  )
}
