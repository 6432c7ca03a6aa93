import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { dayOf, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'
import { livePairs, type OwnPartnership, partnershipsOf } from '#partnerships/reads'
import { profilesOf } from '#people/profile-reads'
import type { Enrolment, Programme } from '#programmes/programme'
import { enrolmentsIn, enrolmentsOfPerson, programmesSeen } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { When } from '#ui/when'
import { openRound } from './round-reads.ts'

const cardsMax = 5

/** What waits for this person: proposals to answer first, then what their programmes need of them. */
export async function homePage(db: Db, { me, say, query }: Asked): Promise<View> {
  const person = me?.person ?? ''
  const mine = await partnershipsOf(db, person)
  const partners = await profilesOf(
    db,
    mine.map(({ partner }) => partner),
  )
  const programmes = await programmesSeen(db)
  const kept = programmes.filter(({ id }) => me?.scope.programmes.includes(id)).slice(0, cardsMax)
  const enrolments = await enrolmentsOfPerson(db, person)
  const waiting = mine.filter(({ state, accepted }) => state !== 'agreed' && !accepted)
  const others = mine.filter((one) => !waiting.includes(one))
  const nameOf = (one: OwnPartnership) => partners.get(one.partner)?.fullName ?? '–'
  const body = (
    <>
      <p class="soft">{sayWeekday(say, dayOf(say, db.now))}</p>
      <h1>{say('page.home.head', { name: `\u2068${me?.name}\u2069`, count: waiting.length })}</h1>
      {waiting.map((one) => (
        <Proposal say={say} one={one} name={nameOf(one)} />
      ))}
      {await Promise.all(kept.map((programme) => keptCard(db, say, programme)))}
      {others.length > 0 ? <Partners say={say} others={others} nameOf={nameOf} /> : null}
      {enrolments.length > 0 ? <Enrolled say={say} enrolments={enrolments} programmes={programmes} /> : null}
      {me?.keeps && programmes.length === 0 ? (
        <Begin say={say} organisation={me.organisation} sample={query.get('done') === 'sample'} />
      ) : null}
      {!me?.keeps && mine.length === 0 && enrolments.length === 0 ? <Empty>{say('page.home.nothing')}</Empty> : null}
    </>
  )
  return { title: say('nav.home'), body }
}

function Proposal({ say, one, name }: { say: Say; one: OwnPartnership; name: string }) {
  return (
    <section class="card now">
      <h2>{say('page.home.proposal', { side: one.side, name: `\u2068${name}\u2069` })}</h2>
      <p>
        {say('page.home.answer-until')} <When say={say} at={one.answerUntil} day />
      </p>
      <p>
        <a class="button" href={`/partnerships/${one.id}`}>
          {say('page.home.answer')}
        </a>
      </p>
    </section>
  )
}

/** A programme that one coordinates, with what it needs. */
async function keptCard(db: Db, say: Say, programme: Programme) {
  const round = await openRound(db, programme.id)
  const paired = new Set((await livePairs(db, programme.id)).map(({ menteeEnrolment }) => menteeEnrolment))
  const waiting = (await enrolmentsIn(db, programme.id)).filter(({ id, side }) => side === 'mentee' && !paired.has(id)).length
  return (
    <section class={round || waiting > 0 ? 'card now' : 'card'}>
      <h2>
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </h2>
      <p>
        {round
          ? say('page.home.round-waits', { nth: round.nth, matched: round.summary.matched })
          : say('page.home.waiting', { count: waiting, pairs: paired.size })}
      </p>
      {round ? (
        <p>
          <a class="button" href={`/rounds/${round.id}`}>
            {say('page.programme.look')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Partners({ say, others, nameOf }: { say: Say; others: readonly OwnPartnership[]; nameOf: (one: OwnPartnership) => string }) {
  return (
    <>
      <h2>{say('page.home.partners')}</h2>
      <ul>
        {others.map((one) => (
          <li>
            <a href={`/partnerships/${one.id}`}>
              <Name name={nameOf(one)} />
            </a>{' '}
            <Tag kind={one.state === 'agreed' ? 'good' : 'wait'}>
              {say(one.state === 'agreed' ? 'page.home.agreed' : 'page.home.waits')}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  )
}

function Enrolled({ say, enrolments, programmes }: { say: Say; enrolments: readonly Enrolment[]; programmes: readonly Programme[] }) {
  const nameOf = (id: string) => programmes.find((one) => one.id === id)?.name ?? '–'
  return (
    <>
      <h2>{say('page.home.programmes')}</h2>
      <ul>
        {enrolments.map(({ id, programme, side }) => (
          <li>
            <a href={`/enrolments/${id}`}>
              <Name name={nameOf(programme)} />
            </a>{' '}
            <Tag>{say(`side.one.${side}`)}</Tag>
          </li>
        ))}
      </ul>
    </>
  )
}

function Begin({ say, organisation, sample }: { say: Say; organisation: string; sample: boolean }) {
  if (sample) {
    return (
      <p>
        <a class="button" href="/">
          {say('page.home.look-again')}
        </a>
      </p>
    )
  }
  return (
    <section class="card now">
      <h2>{say('page.home.begin')}</h2>
      <p>{say('page.home.begin-lead')}</p>
      <div class="deeds">
        <a class="button" href={`/organisations/${organisation}/imports`}>
          {say('page.home.import')}
        </a>
        <a class="button second" href="/programmes/new">
          {say('page.programmes.new')}
        </a>
      </div>
    </section>
  )
}
