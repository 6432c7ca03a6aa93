import type { Db } from '#ground/db'
import { textOf } from '#ground/form'
import type { Again, Asked, Page } from '#ground/route'
import { correspondentsOf } from '#partnerships/correspondent'
import { partnershipsOf } from '#partnerships/reads'
import { organisationsSeen } from '#people/organisation-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextArea, TextField, Tick, Ticks } from '#ui/field'
import { limits, severities } from './concern.ts'
import { Before, Next, Organisations } from './raise-concern-parts.tsx'
import { helplinesOf, type Officer, officersOf, ownConcerns } from './reads.ts'
import { Helplines, WhoReads } from './who-reads.tsx'

type Choice = { value: string; label: string }

/** Where anybody tells the safeguarding officers that something is wrong, signed in or not. */
export const raiseConcernPage: Page = async (db, asked, again) => {
  const { say } = asked
  const title = say('page.concern.title')
  const organisations = await organisationsSeen(db)
  const organisation = chosenOf(asked, again, organisations)
  const officers = organisation === null ? [] : await officersOf(db, organisation)
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.concern.lead')}</p>
      {organisation === null && again?.values.what === undefined ? (
        <Organisations asked={asked} again={again} organisations={organisations} />
      ) : (
        <>
          {organisation === null ? null : <WhoReads say={say} officers={officers} />}
          {asked.me?.administers ? (
            <p>
              <a href="/safeguarding">{say('page.officers.name')}</a>
            </p>
          ) : null}
          <Helplines say={say} text={organisation === null ? null : await helplinesOf(db, organisation)} />
          <ErrorSummary say={say} again={again} />
          <RaiseForm
            asked={asked}
            again={again}
            organisation={organisation}
            organisations={organisations}
            officers={officers}
            pairs={await pairsOf(db, asked)}
          />
          <Next asked={asked} />
        </>
      )}
      <Before asked={asked} again={again} own={await ownConcerns(db)} />
    </>
  )
  return { title, body }
}

/** One's own organisation; not signed in, the one chosen, or the only one that there is. */
function chosenOf({ me, query }: Asked, again: Again | undefined, organisations: readonly { id: string }[]): string | null {
  if (me) return me.organisation
  if (organisations.length === 1) return organisations[0]?.id ?? null
  const chosen = textOf(again?.values, 'organisation') ?? query.get('organisation')
  return organisations.find(({ id }) => id === chosen)?.id ?? null
}

/** The asker's own partnerships, by the other's name. */
async function pairsOf(db: Db, { me }: Asked): Promise<Choice[]> {
  if (!me) return []
  const own = (await partnershipsOf(db, me.person)).filter(({ state }) => state === 'agreed')
  const partners = await correspondentsOf(
    db,
    own.map(({ partner }) => partner),
  )
  return own.flatMap(({ id, partner }) => {
    const label = partners.get(partner)?.fullName
    return label === undefined ? [] : [{ value: id, label }]
  })
}

type FormProps = {
  asked: Asked
  again: Again | undefined
  /** Null where what was typed came without one. */
  organisation: string | null
  organisations: readonly { id: string; name: string }[]
  officers: readonly Officer[]
  pairs: readonly Choice[]
}

function RaiseForm({ asked, again, organisation, organisations, officers, pairs }: FormProps) {
  const { say, me, formId, formSecret } = asked
  const field = { say, again, seen: say('seen.officers') }
  const people = new Map(officers.map(({ person, name }) => [person, name]))
  return (
    <form method="post" action="/concern" autocomplete="off">
      <Hidden name="id" value={formId} />
      <Hidden name="reference" value={formSecret} />
      {organisation === null ? (
        <Select
          say={say}
          again={again}
          name="organisation"
          label={say('page.concern.which')}
          empty={say('page.concern.choose')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Hidden name="organisation" value={organisation} />
      )}
      <TextArea {...field} name="what" label={say('label.concern.what')} rows={7} maxlength={limits.whatCharsMax} />
      <Radios
        say={say}
        again={again}
        name="severity"
        label={say('label.concern.severity')}
        choices={severities.map((value) => ({
          value,
          label: say(`concern.severity.${value}`),
          hint: say(`concern.severity.${value}.by`, { hours: limits.seriousHours, days: limits.concernWorkingDays }),
        }))}
      />
      {pairs.length > 0 ? (
        <Select
          {...field}
          name="partnership"
          label={say('label.concern.partnership')}
          empty={say('page.concern.no-pair')}
          choices={pairs}
          optional
        />
      ) : null}
      <TextField {...field} name="about" label={say('label.concern.about')} maxlength={limits.aboutCharsMax} optional />
      {people.size > 0 ? (
        <Ticks
          say={say}
          again={again}
          name="asides"
          label={say('label.concern.asides')}
          hint={say('page.concern.asides-hint')}
          choices={[...people].map(([value, name]) => ({ value, label: `\u2068${name}\u2069` }))}
        />
      ) : null}
      <TextField
        {...field}
        name="reach"
        label={say('label.concern.reach')}
        hint={say('page.concern.reach-hint')}
        maxlength={limits.reachCharsMax}
        optional
      />
      {me ? (
        <Tick
          say={say}
          again={again}
          name="anonymous"
          label={say('label.concern.anonymous')}
          hint={say('page.concern.anonymous-hint', { name: `\u2068${me.name}\u2069` })}
        />
      ) : (
        <p class="hint">{say('page.concern.nameless')}</p>
      )}
      <button type="submit">{say('page.concern.send')}</button>
    </form>
  )
}
