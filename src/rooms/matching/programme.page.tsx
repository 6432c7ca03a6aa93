import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type PartnershipFigures, partnershipFigures } from '#partnerships/figures'
import { livePairs } from '#partnerships/reads'
import { programmeFigures } from '#programmes/figures'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { enrolmentsIn, findProgramme } from '#programmes/reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Counts } from '#ui/facts'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { Day, When } from '#ui/when'
import { Pins } from './pins-list.tsx'
import type { Round } from './round.ts'
import { facesOf } from './round-people.ts'
import { pinsOf, roundsOf } from './round-reads.ts'

/** A programme for its coordinator: what is true, what to do next, counts that open to the rows. */
export async function programmePage(db: Db, { say, me, params, formId, baseUrl }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const people = await programmeFigures(db, programme.id)
  const pairs = await partnershipFigures(db, programme.id)
  const rounds = await roundsOf(db, programme.id)
  const paired = new Set((await livePairs(db, programme.id)).map(({ menteeEnrolment }) => menteeEnrolment))
  const waiting = (await enrolmentsIn(db, programme.id)).filter(({ id, side }) => side === 'mentee' && !paired.has(id)).length
  const open = rounds.find((round) => round.end === null)
  // While a round waits its own page takes decisions back, and runs it again.
  const pins = open ? [] : await pinsOf(db, programme.id)
  const faces = pins.length > 0 ? await facesOf(db, programme.id) : new Map()
  const kind = await pathwayOf(db, programme.id)
  const link = `${baseUrl}/joining/${programme.linkKey}`
  const body = (
    <>
      <h1>
        <Name name={programme.name} />
      </h1>
      <p class="soft">
        <bdi>{sayTexts(say, kind.name)}</bdi> · <Day say={say} date={programme.startsOn} /> – <Day say={say} date={programme.endsOn} />
      </p>
      <ErrorSummary say={say} again={again} />
      <Next say={say} programme={programme.id} people={people} waiting={waiting} open={open} formId={formId} />
      <Counts
        counts={[
          {
            href: `/programmes/${programme.id}/enrolments?side=mentee`,
            count: say.number(people.mentees),
            label: say('page.programme.mentees', { count: people.mentees }),
          },
          {
            href: `/programmes/${programme.id}/enrolments?side=mentor`,
            count: say.number(people.mentors),
            label: say('page.programme.mentors', { count: people.mentors, places: people.places }),
          },
          ...pairCounts(say, programme.id, pairs),
        ]}
      />
      <ul class="deeds plain">
        <li>
          <a href={`/programmes/${programme.id}/enrolments`}>{say('page.programme.people')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/pairs`}>{say('page.programme.pairs')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/rules`}>{say('page.programme.rules')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/pathway`}>{say('page.pathway.link')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/businesses`}>{say('page.programme.businesses')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/bank`}>{say('page.programme.bank')}</a>
        </li>
        <li>
          <a href={`/programmes/${programme.id}/must-nots`}>{say('page.programme.must-nots')}</a>
        </li>
        {me?.administers ? (
          <li>
            <a href={`/programmes/${programme.id}/shredding`}>{say('page.programme.shredding')}</a>
          </li>
        ) : null}
      </ul>
      <Rounds say={say} rounds={rounds} />
      {pins.length > 0 ? (
        <Pins say={say} faces={faces} pins={pins} action={`/programmes/${programme.id}/pins/lifting`} formId={formId} />
      ) : null}
      {programme.purpose ? <p dir="auto">{programme.purpose}</p> : null}
      <h2>{say('page.programme.link')}</h2>
      <p>{say(`page.programme.link-${programme.joining}`)}</p>
      <p>
        <a href={link} dir="ltr">
          {link}
        </a>
      </p>
    </>
  )
  return { title: programme.name, body }
}

function pairCounts(say: Say, programme: string, figures: PartnershipFigures) {
  const asked = figures.proposed + figures.accepted
  return [
    {
      href: `/programmes/${programme}/pairs?state=agreed`,
      count: say.number(figures.agreed),
      label: say('page.programme.agreed', { count: figures.agreed }),
    },
    {
      href: `/programmes/${programme}/pairs?state=proposed`,
      count: say.number(asked),
      label: say('page.programme.asked', { count: asked }),
    },
  ]
}

type NextProps = {
  say: Say
  programme: string
  people: { mentors: number; mentees: number }
  waiting: number
  open: Round | undefined
  formId: string
}

/** The one thing to do now. */
function Next({ say, programme, people, waiting, open, formId }: NextProps) {
  if (people.mentors === 0 || people.mentees === 0) {
    return (
      <section class="card now">
        <h2>{say('page.programme.next.people', people)}</h2>
        <p>
          <a class="button" href={`/programmes/${programme}/enrolments`}>
            {say('page.enrolments.bring')}
          </a>
        </p>
      </section>
    )
  }
  if (open) {
    return (
      <section class="card now">
        <h2>{say('page.programme.next.round', { nth: open.nth, matched: open.summary.matched })}</h2>
        <p>
          <a class="button" href={`/rounds/${open.id}`}>
            {say('page.programme.look')}
          </a>
        </p>
      </section>
    )
  }
  if (waiting === 0) return <p>{say('page.programme.next.nobody')}</p>
  return (
    <section class="card now">
      <h2>{say('page.programme.next.run', { waiting })}</h2>
      <p>{say('page.programme.next.run-lead')}</p>
      <Button action={`/programmes/${programme}/rounds`} fields={{ id: formId }} label={say('page.programme.run')} />
    </section>
  )
}

function Rounds({ say, rounds }: { say: Say; rounds: readonly Round[] }) {
  if (rounds.length === 0) return null
  return (
    <details>
      <summary>{say('page.programme.rounds', { count: rounds.length })}</summary>
      <ul>
        {rounds.map((round) => (
          <li>
            <a href={`/rounds/${round.id}`}>{say('page.programme.round', { nth: round.nth, matched: round.summary.matched })}</a>{' '}
            <When say={say} at={round.runAt} short />{' '}
            <Tag kind={round.end === null ? 'wait' : round.end.outcome === 'approved' ? 'good' : undefined}>
              {say(`round.${round.end?.outcome ?? 'open'}`)}
            </Tag>
          </li>
        ))}
      </ul>
    </details>
  )
}
