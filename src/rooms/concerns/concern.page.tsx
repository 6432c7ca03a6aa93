import { destroyedAt } from '#ground/content-keys'
import type { Db } from '#ground/db'
import type { Again, Asked, Page } from '#ground/route'
import { Button } from '#ui/button'
import { Destroyed } from '#ui/destroyed'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Hidden, Radios, TextArea } from '#ui/field'
import { When } from '#ui/when'
import { limits, outcomes, standOf } from './concern.ts'
import { asidesOf, type Concern, concernToAnswer, endIn, holdsIn, holdToLift, namesIn, notesOf, pairsIn } from './desk-reads.ts'
import { disclosuresOf } from './disclosure-reads.ts'
import { Disclosures } from './disclosures.tsx'
import { Holds } from './holds.tsx'
import { Notes } from './notes.tsx'
import { messagesOf, type OutcomeRow } from './reads.ts'
import { Talk } from './talk.tsx'

export type Names = (person: string) => string

/** A concern as its officers read it: the clock, what was told, the talk, the holds, the notes, the end. */
export const concernPage: Page = async (db, asked, again) => {
  const { say, params } = asked
  // After a refused lift the path names the hold and not the concern.
  const id = params.concern ?? (await holdToLift(db, params.hold ?? '')).concern
  const concern = await concernToAnswer(db, id)
  const known = await namesIn(db, id)
  const names: Names = (person) => known.get(person) ?? say('page.answer.somebody')
  const asides = (await asidesOf(db, id)).map(names)
  const end = await endIn(db, id)
  const title = say(`concern.severity.${concern.severity}`)
  const body = (
    <>
      <p class="small">
        <a href="/concerns">{say('page.desk.title')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Destroyed say={say} at={await destroyedAt(db, id)} />
      <Stand asked={asked} concern={concern} now={db.now} />
      <Told asked={asked} concern={concern} names={names} asides={asides} end={end} />
      <Disclosures say={say} disclosures={await disclosuresOf(db, id)} names={names} />
      <Talk say={say} messages={await messagesOf(db, id)} nameOf={names} />
      <Answer asked={asked} again={again} concern={concern} />
      <Holds asked={asked} again={again} concern={concern} names={names} pairs={await pairsIn(db, id)} holds={await holdsIn(db, id)} />
      <Notes asked={asked} again={again} concern={concern} names={names} notes={await notesOf(db, id)} />
      {end === undefined ? <Ending asked={asked} again={again} concern={concern} /> : null}
    </>
  )
  return { title, body }
}

type Part = { asked: Asked; concern: Concern }

function Stand({ asked: { say }, concern, now }: Part & { now: Db['now'] }) {
  const stand = standOf(concern, now)
  return (
    <>
      <p>{say(`page.answer.${stand}`)}</p>
      {concern.acknowledgedAt === null ? (
        <Button action={`/concerns/${concern.id}/acknowledgement`} label={say('page.answer.acknowledge')} />
      ) : null}
    </>
  )
}

type ToldProps = Part & { names: Names; asides: readonly string[]; end: OutcomeRow | undefined }

function Told({ asked: { say }, concern, names, asides, end }: ToldProps) {
  const { dueAt, raisedAt, acknowledgedAt, acknowledgedBy, raiser, about, reach, what } = concern
  const bdi = (text: string | null) => (text === null ? null : <bdi>{text}</bdi>)
  const by = (person: string, at: Temporal.Instant) => (
    <>
      <bdi>{names(person)}</bdi>, <When say={say} at={at} />
    </>
  )
  return (
    <>
      <Facts
        facts={[
          [say('label.concern.due'), <When say={say} at={dueAt} />],
          [say('label.concern.raised'), <When say={say} at={raisedAt} />],
          [say('label.concern.from'), raiser === null ? say('page.follow.nameless') : bdi(names(raiser))],
          [say('label.concern.about'), bdi(about)],
          [say('label.concern.reach-them'), bdi(reach)],
          [say('label.concern.aside'), asides.length === 0 ? null : bdi(say.list(asides))],
          [say('label.concern.acknowledged'), acknowledgedBy && acknowledgedAt ? by(acknowledgedBy, acknowledgedAt) : null],
          [say('label.concern.ended'), end ? by(end.by, end.at) : null],
          [say('label.concern.outcome'), end ? say(`concern.outcome.${end.outcome}`) : null],
          [say('label.concern.words'), bdi(end?.text ?? null)],
        ]}
      />
      <h2>{say('label.concern.what')}</h2>
      <p class="letter" dir="auto">
        {what}
      </p>
    </>
  )
}

export type FormProps = Part & { again: Again | undefined }

function Answer({ asked: { say, formId }, again, concern }: FormProps) {
  return (
    <form method="post" action={`/concerns/${concern.id}/messages`} autocomplete="off">
      <Hidden name="id" value={formId} />
      <TextArea
        say={say}
        again={again}
        name="text"
        label={say('label.concern.answer')}
        hint={say('page.answer.no-letter')}
        seen={say('seen.raiser')}
        maxlength={limits.messageCharsMax}
      />
      <button type="submit" class={concern.acknowledgedAt === null ? 'second' : undefined}>
        {say('page.answer.send')}
      </button>
    </form>
  )
}

function Ending({ asked: { say }, again, concern }: FormProps) {
  return (
    <>
      <h2>{say('page.answer.end')}</h2>
      <form method="post" action={`/concerns/${concern.id}/ending`} autocomplete="off">
        <Radios
          say={say}
          again={again}
          name="outcome"
          label={say('label.concern.outcome')}
          choices={outcomes.map((value) => ({ value, label: say(`concern.outcome.${value}`) }))}
        />
        <TextArea
          say={say}
          again={again}
          name="words"
          label={say('label.concern.words')}
          seen={say('seen.raiser')}
          maxlength={limits.messageCharsMax}
          optional
        />
        <button type="submit" class="second">
          {say('page.answer.close')}
        </button>
      </form>
    </>
  )
}
