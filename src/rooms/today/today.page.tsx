import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { dayOf, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'
import { apart } from '#partnerships/letters'
import { programmesSeen } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Ago } from '#ui/when'
import { type Card, chosenOf, oldestOf } from './card.ts'
import { cardsOf } from './card-reads.ts'
import { myCoaching, myPartners, myProgrammes } from './mine.tsx'
import { type NextThing, nextThingsOf } from './next-things.ts'

/** What waits for this person this morning: their own next things first, then the decisions that their programmes need. */
export async function todayPage(db: Db, { me, say, query }: Asked): Promise<View> {
  const person = me?.person ?? ''
  const things = await nextThingsOf(db, person, me?.isOfficer ?? false)
  const programmes = await programmesSeen(db)
  const kept = me?.scope.programmes ?? []
  const cards = kept.length > 0 || me?.keeps ? await cardsOf(db, { programmes: kept, organisations: me?.scope.organisations ?? [] }) : []
  const { shown, more } = chosenOf(cards)
  const count = things.length + shown.length
  const isCoordinator = cards.length > 0
  const body = (
    <>
      <p class="soft">{sayWeekday(say, dayOf(say, db.now))}</p>
      <h1>{say('page.today.head', { name: apart(me?.name ?? ''), count })}</h1>
      {things.map((thing, at) => (
        <Thing say={say} thing={thing} now={db.now} first={at === 0} />
      ))}
      {shown.map((card, at) => (
        <Decision say={say} card={card} now={db.now} first={things.length === 0 && at === 0} />
      ))}
      {more.length > 0 ? <More say={say} cards={more} /> : null}
      {isCoordinator && count === 0 ? <Empty>{say('page.today.calm')}</Empty> : null}
      {isCoordinator ? <Kept say={say} programmes={programmes.filter(({ id }) => kept.includes(id))} /> : null}
      {await myPartners(db, say, person)}
      {await myCoaching(db, say, person, programmes)}
      <Own say={say} />
      {await myProgrammes(db, say, person, programmes)}
      {me?.keeps && programmes.length === 0 ? (
        <Begin say={say} organisation={me.organisation} sample={query.get('done') === 'sample'} />
      ) : null}
    </>
  )
  return { title: say('nav.home'), body }
}

/** One thing of one's own: what, with whom, and the one way to it. */
function Thing({ say, thing, now, first }: { say: Say; thing: NextThing; now: Temporal.Instant; first: boolean }) {
  return (
    <section class={first ? 'card now' : 'card'}>
      <h2>{say(`next.${thing.kind}`, thing.facts)}</h2>
      {thing.at === null ? null : (
        <p class="soft">
          {say(thing.isDue ? 'page.today.due' : 'page.today.since')} <Ago say={say} at={thing.at} now={now} />
        </p>
      )}
      <p>
        <a class={first ? 'button' : 'button second'} href={thing.href}>
          {say(`next.${thing.kind}.go`)}
        </a>
      </p>
    </section>
  )
}

/** One decision: how many, since when, and the page where it is taken. */
function Decision({ say, card, now, first }: { say: Say; card: Card; now: Temporal.Instant; first: boolean }) {
  const oldest = oldestOf(card)
  return (
    <section class={first ? 'card now' : 'card'}>
      <h2>{say(`card.${card.kind}`, { count: card.rows.length })}</h2>
      {oldest ? (
        <p class="soft">
          {say('page.today.oldest')} <Ago say={say} at={oldest} now={now} />
        </p>
      ) : null}
      <p>
        <a class={first ? 'button' : 'button second'} href={`/today/${card.kind}`}>
          {say(`card.${card.kind}.go`)}
        </a>
      </p>
    </section>
  )
}

const ownPages = ['ask', 'calendar', 'hours', 'portfolio'] as const
const ownPaths = { ask: '/asks/new', calendar: '/me/calendar', hours: '/me/hours', portfolio: '/portfolio' } as const

/** The ways to what is one's own. */
function Own({ say }: { say: Say }) {
  return (
    <ul class="deeds plain">
      {ownPages.map((one) => (
        <li>
          <a href={ownPaths[one]}>{say(`own.${one}`)}</a>
        </li>
      ))}
    </ul>
  )
}

function More({ say, cards }: { say: Say; cards: readonly Card[] }) {
  return (
    <ul>
      {cards.map(({ kind, rows }) => (
        <li>
          <a href={`/today/${kind}`}>{say(`card.${kind}`, { count: rows.length })}</a>
        </li>
      ))}
    </ul>
  )
}

function Kept({ say, programmes }: { say: Say; programmes: readonly { id: string; name: string }[] }) {
  if (programmes.length === 0) return null
  return (
    <>
      <h2>{say('page.today.programmes')}</h2>
      <ul>
        {programmes.map(({ id, name }) => (
          <li>
            <a href={`/programmes/${id}`}>
              <Name name={name} />
            </a>
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
