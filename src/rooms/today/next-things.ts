import { asksWaiting } from '#asks/reads'
import { countDesk } from '#concerns/desk-reads'
import { reviewsWaiting } from '#feedback/review-reads'
import type { Db } from '#ground/db'
import { otherOf } from '#meetings/meeting'
import { comingMeetings, meetingsToTell } from '#meetings/meeting-reads'
import { offersWaiting } from '#meetings/offer-reads'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherSide, sideOf } from '#partnerships/partnership'
import { partnershipsOf } from '#partnerships/reads'
import { limits } from './card.ts'

export type NextKind = 'concerns' | 'ask' | 'proposal' | 'tell' | 'offer' | 'review' | 'meeting'

/** One thing that waits for a person: what, with whom, where, and since or until when. */
export type NextThing = {
  kind: NextKind
  facts: Record<string, string | number>
  href: string
  at: Temporal.Instant | null
  isDue: boolean
}
type Found = Omit<NextThing, 'facts'> & { facts: Record<string, string | number>; with: string | null }

/** What waits for this person, the soonest due first; what is only to come stands last. */
export async function nextThingsOf(db: Db, person: string, isOfficer: boolean): Promise<NextThing[]> {
  const mine = await partnershipsOf(db, person)
  const found = [
    ...(isOfficer ? await concernsThing(db) : []),
    ...(await asksThings(db, person)),
    ...mine
      .filter(({ state, accepted }) => state !== 'agreed' && !accepted)
      .map((one) => thing('proposal', one.partner, `/partnerships/${one.id}`, one.answerUntil, { side: one.side })),
    ...(await meetingThings(db, person, mine)),
    ...(await reviewThings(db, person)),
  ]
  const people = await correspondentsOf(
    db,
    found.flatMap((one) => one.with ?? []),
  )
  const named = found.map(({ with: other, facts, ...rest }) => ({
    ...rest,
    facts: { ...facts, name: apart(people.get(other ?? '')?.name ?? '–') },
  }))
  return named.sort(byDue).slice(0, limits.nextThingsMax)
}

function byDue(one: NextThing, other: NextThing): number {
  const isLast = ({ kind }: NextThing) => Number(kind === 'meeting')
  if (isLast(one) !== isLast(other)) return isLast(one) - isLast(other)
  return one.at && other.at ? Temporal.Instant.compare(one.at, other.at) : Number(other.at !== null) - Number(one.at !== null)
}

const thing = (kind: NextKind, partner: string | null, href: string, at: Temporal.Instant | null, facts: Found['facts'] = {}): Found => ({
  kind,
  with: partner,
  href,
  at,
  isDue: kind !== 'tell' && kind !== 'offer' && kind !== 'concerns',
  facts,
})

async function concernsThing(db: Db): Promise<Found[]> {
  const count = await countDesk(db, false)
  return count === 0 ? [] : [thing('concerns', null, '/concerns', null, { count })]
}

async function asksThings(db: Db, person: string): Promise<Found[]> {
  return (await asksWaiting(db, person)).map(({ ask, until }) => thing('ask', null, `/asks/${ask}`, until))
}

type Mine = Awaited<ReturnType<typeof partnershipsOf>>

/** Whether they met, times to choose from, and the next meeting. */
async function meetingThings(db: Db, person: string, mine: Mine): Promise<Found[]> {
  const toTell = await meetingsToTell(db, { person })
  const offers = await offersWaiting(db, person)
  const [next] = await comingMeetings(db, person)
  const partnerIn = (partnership: string) => mine.find(({ id }) => id === partnership)?.partner ?? null
  return [
    ...toTell.map((one) => thing('tell', otherOf(one, person), `/meetings/${one.id}`, one.startsAt)),
    ...offers
      .filter((one) => partnerIn(one.partnership) !== null)
      .map((one) => thing('offer', partnerIn(one.partnership), `/partnerships/${one.partnership}/meetings`, one.at)),
    ...(next ? [thing('meeting', otherOf(next, person), `/meetings/${next.id}`, next.startsAt)] : []),
  ]
}

async function reviewThings(db: Db, person: string): Promise<Found[]> {
  return (await reviewsWaiting(db, { person })).flatMap((review) => {
    const side = sideOf(review, person)
    if (side === null || review.asked[side] === undefined || review.answered.includes(side)) return []
    return [thing('review', review[otherSide(side)], `/reviews/${review.id}`, review.until, { count: review.form.questions.length })]
  })
}
