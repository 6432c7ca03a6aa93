import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import type { Say } from '#ground/words'
import { apart } from '#partnerships/letters'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { holdsOf } from '#partnerships/stage-reads'
import { pathwayOf } from '#programmes/pathway-reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { stateOf } from './meeting.ts'
import { comingOfPair, meetingsOf } from './meeting-reads.ts'
import { MeetingRow } from './meeting-row.tsx'
import { findOffer, type Offer, openOffers } from './offer-reads.ts'
import { LogForm, OfferForm, PlanForm, RhythmForm } from './plan-forms.tsx'
import { rhythmOf } from './rhythm-reads.ts'
import { suitingTimes } from './suiting.ts'

/** The meetings of a pair: what comes, what is offered, times that suit both, a rhythm, and what was. */
export async function meetingsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const two = await ofTwo(db, params.partnership ?? '')
  const { pair, partner } = two
  const { meetings } = await pathwayOf(db, pair.programme)
  const coming = await comingOfPair(db, pair.id)
  const past = (await meetingsOf(db, pair.id)).filter((one) => !coming.some(({ id }) => id === one.id))
  const offers = await openOffers(db, pair.id)
  const isHeld = (await holdsOf(db, pair.id)).length > 0
  const mayPlan = pair.endedAt === null && !isHeld
  const suiting = mayPlan ? await suitingTimes(db, [pair.mentor, pair.mentee], meetings.minutes) : { times: [], nearest: [] }
  const rhythm = await rhythmOf(db, pair.id)
  const name = apart(partner.name)
  const title = say('page.meetings.title', { name })
  const common = { say, again, formId, partnership: pair.id, minutes: meetings.minutes }
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}`}>{say('page.reviews.back', { name })}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {isHeld ? (
        <Notice kind="wait">
          <p>{say('refusal.meetings.onHold')}</p>
        </Notice>
      ) : null}
      {past
        .filter((one) => stateOf(one, db.now) === 'to-tell')
        .map((one) => (
          <Notice kind="wait">
            <p>
              <a href={`/meetings/${one.id}`}>{say('page.meetings.to-tell', { when: sayInstant(say, one.startsAt) })}</a>
            </p>
          </Notice>
        ))}
      {coming.length === 0 && mayPlan ? <p>{say('page.meetings.none-coming', { name })}</p> : null}
      {coming.length > 0 ? (
        <ul class="plain">
          {coming.map((one) => (
            <MeetingRow say={say} meeting={one} now={db.now} me={db.scope.person} />
          ))}
        </ul>
      ) : null}
      {mayPlan ? offers.map((offer) => <Offered say={say} offer={offer} two={two} />) : null}
      {mayPlan ? (
        <OtherTimes say={say} isLater={coming.length + offers.length > 0}>
          <OfferForm
            {...common}
            name={name}
            suiting={suiting}
            isFirst={coming.length + offers.length === 0}
            nameOf={(id) => (id === partner.id ? name : say('page.meetings.you'))}
          />
        </OtherTimes>
      ) : null}
      {mayPlan ? <PlanForm {...common} /> : null}
      {mayPlan ? <RhythmForm {...common} rhythm={rhythm} everyDays={meetings.everyDays} /> : null}
      <h2>{say('page.meetings.past')}</h2>
      {past.length === 0 ? <Empty>{say('page.meetings.none-past')}</Empty> : null}
      <ul class="plain">
        {past.map((one) => (
          <MeetingRow say={say} meeting={one} now={db.now} me={db.scope.person} />
        ))}
      </ul>
      <LogForm {...common} />
    </>
  )
  return { title, body }
}

/** Where something is planned or offered, more times are a fold away. */
function OtherTimes({ say, isLater, children }: { say: Say; isLater: boolean; children?: Markup }) {
  if (!isLater) return children
  return (
    <details>
      <summary>{say('page.meetings.other-times')}</summary>
      {children}
    </details>
  )
}

/** The same page, for an offer of the pair. */
export async function offerPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { partnership } = found(await findOffer(db, asked.params.offer ?? ''))
  return meetingsPage(db, { ...asked, params: { partnership } }, again)
}

/** Times that one offered: the other takes one, or says that none suits. */
function Offered({ say, offer, two }: { say: Say; offer: Offer; two: OfTwo }) {
  const isMine = offer.by !== two.partner.id
  const facts = { name: apart(two.partner.name), minutes: offer.minutes }
  return (
    <section class="card now">
      <h2>{say(isMine ? 'page.meetings.offer-mine' : 'page.meetings.offer', facts)}</h2>
      {isMine ? (
        <ul>
          {offer.times.map(({ startsAt }) => (
            <li>
              <When say={say} at={startsAt} />
            </li>
          ))}
        </ul>
      ) : (
        <div class="deeds">
          {offer.times.map(({ nth, startsAt }, at) => (
            <Button
              action={`/meeting-offers/${offer.id}/taking`}
              label={sayInstant(say, startsAt)}
              {...(at === 0 ? {} : { kind: 'second' as const })}
              fields={{ nth: String(nth) }}
            />
          ))}
        </div>
      )}
      <div class="deeds">
        <Button
          action={`/meeting-offers/${offer.id}/ending`}
          label={say(isMine ? 'page.meetings.take-back' : 'page.meetings.none-suits')}
          kind="quiet"
        />
      </div>
    </section>
  )
}
