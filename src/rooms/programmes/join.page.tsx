import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import type { Attribute } from '#people/person'
import { profilesOf } from '#people/profile-reads'
import { topicName, topics } from '#people/topics'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea, TextField, Ticks } from '#ui/field'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Day } from '#ui/when'
import { hasUsualSides, type Pathway } from './pathway.ts'
import { sayTexts } from './pathway-forms.ts'
import { pathwayOf } from './pathway-reads.ts'
import { ownSide } from './pathway-say.ts'
import { type Enrolment, limits, type Programme, type Side, sides, stageOn } from './programme.ts'
import { attributesCompared, enrolmentsOfPerson, findProgrammeByLink } from './reads.ts'
import { sayRhythm } from './say-rhythm.ts'

/** What a programme is, and coming in. */
export async function joinPage(db: Db, { me, say, params, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgrammeByLink(db, params.key ?? ''))
  const person = me?.person ?? ''
  const mine = (await enrolmentsOfPerson(db, person)).filter((one) => one.programme === programme.id)
  const profile = (await profilesOf(db, [person])).get(person)
  const over = stageOn(programme, db.now.toZonedDateTimeISO(say.zone).toPlainDate()) === 'over'
  const pathway = await pathwayOf(db, programme.id)
  const open = !over && programme.joining === 'organisation' && mine.length < sides.length
  const body = (
    <>
      <h1>
        <Name name={programme.name} />
      </h1>
      {programme.purpose ? <p dir="auto">{programme.purpose}</p> : null}
      <p class="soft">
        {sayTexts(say, pathway.description)} {sayRhythm(say, pathway)} <Day say={say} date={programme.startsOn} /> –{' '}
        <Day say={say} date={programme.endsOn} />
      </p>
      <ErrorSummary say={say} again={again} />
      {mine.map((enrolment) => (
        <Mine say={say} pathway={pathway} enrolment={enrolment} />
      ))}
      {over ? (
        <Notice>
          <p>{say('refusal.programmes.over')}</p>
        </Notice>
      ) : null}
      {!over && programme.joining === 'invited' && mine.length === 0 ? (
        <Notice>
          <p>{say('refusal.programmes.invitedOnly')}</p>
        </Notice>
      ) : null}
      {open ? (
        <JoinForm
          say={say}
          programme={programme}
          pathway={pathway}
          formId={formId}
          again={again}
          offered={[...(profile?.canHelpWith ?? []), ...(profile?.wantsHelpWith ?? [])]}
          taken={mine}
          compared={await attributesCompared(db, programme.id)}
        />
      ) : null}
    </>
  )
  return { title: say('page.join.title', { programme: programme.name }), body }
}

function Mine({ say, pathway, enrolment }: { say: Say; pathway: Pathway; enrolment: Enrolment }) {
  return (
    <Notice kind="good">
      <p>
        {say('page.join.in', ownSide(say, pathway, enrolment.side))} <a href={`/enrolments/${enrolment.id}`}>{say('page.join.change')}</a>
      </p>
    </Notice>
  )
}

type FormProps = {
  say: Say
  programme: Programme
  pathway: Pathway
  formId: string
  again: Again | undefined
  offered: readonly string[]
  taken: readonly Enrolment[]
  compared: readonly Attribute[]
}

function JoinForm({ say, programme, pathway, formId, again, offered, taken, compared }: FormProps) {
  const free = sides.filter((side) => !taken.some((one) => one.side === side))
  const listed = [...new Set([...offered, ...topics])].slice(0, 80)
  const asks = pathway.matching.wishesAsked
  return (
    <form method="post" action={`/joining/${programme.linkKey}`}>
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Radios
        say={say}
        name="side"
        label={say('page.join.side')}
        value={free[0]}
        again={again}
        choices={free.map((value) => sideChoice(say, pathway, value))}
      />
      <details open={again !== undefined}>
        <summary>{say('page.join.topics')}</summary>
        <Ticks
          say={say}
          name="topics"
          label={say('page.join.topics-label')}
          hint={say('page.join.topics-hint')}
          seen={say('seen.coordinator-partner')}
          row
          again={again}
          choices={listed.map((value) => ({ value, label: topicName(say, value) }))}
        />
      </details>
      {asks?.includes('alikeOrDifferent') && compared.length > 0 ? (
        <Ticks
          say={say}
          name="alike"
          label={say('page.join.alike')}
          hint={say('page.join.alike-hint')}
          seen={say('seen.nobody')}
          row
          again={again}
          choices={compared.map((value) => ({ value, label: sayKey(say, `criterion.${value}`) }))}
        />
      ) : null}
      <TextArea
        say={say}
        name="wish"
        label={say('page.join.wish')}
        seen={say('seen.coordinator')}
        optional
        rows={3}
        maxlength={limits.wishCharsMax}
        again={again}
      />
      <TextField
        say={say}
        name="capacity"
        label={say('page.join.capacity')}
        hint={say('page.join.capacity-hint')}
        value={say.number(1)}
        inputmode="numeric"
        short
        again={again}
      />
      <button type="submit">{say('page.join.join')}</button>
    </form>
  )
}

/** Which side one comes in on: in sentences for mentor and mentee, else as the pathway names it. */
function sideChoice(say: Say, pathway: Pathway, value: Side) {
  if (hasUsualSides(pathway)) return { value, label: say(`side.i.${value}`), hint: say(`side.i.${value}.hint`) }
  const { mentor, mentee } = pathway.sides
  // Peers are called alike; then what one brings tells the two sides apart.
  if (mentor.en === mentee.en) return { value, label: say(`side.i.${value}.hint`) }
  return { value, label: sayTexts(say, pathway.sides[value]), hint: say(`side.i.${value}.hint`) }
}
