import type { Finding, HealthRule } from '#feedback/health'
import { healthOf, type PairHealth } from '#feedback/health-reads'
import { halfwayOf } from '#feedback/review'
import { reviewsWaiting } from '#feedback/review-reads'
import type { Db } from '#ground/db'
import { openRound } from '#matching/round-reads'
import { rematchesWaiting, supervisionTalks, talksIn } from '#partnerships/leaving-reads'
import { unansweredIn } from '#partnerships/pair-reads'
import { otherSide, sides } from '#partnerships/partnership'
import { livePairs } from '#partnerships/reads'
import { importsToMend } from '#people/import-reads'
import { enrolmentsIn } from '#programmes/reads'
import { type Card, type CardKind, type CardRow, cardKinds } from './card.ts'
import { setAsides } from './set-aside-reads.ts'

type Coordinated = { programmes: readonly string[]; organisations: readonly string[] }

/** Every card of a coordinator, over all their programmes, the longest waiting first in each; what was set aside is left out. */
export async function cardsOf(db: Db, { programmes, organisations }: Coordinated): Promise<Card[]> {
  const rows: Record<CardKind, CardRow[]> = { 'not-met': [], unanswered: [], waiting: [], reviews: [], stuck: [], talks: [], imports: [] }
  for (const programme of programmes) {
    const health = await healthOf(db, programme)
    rows['not-met'].push(...rowsByRule(health, ['quiet', 'first-meeting'], withLetters))
    rows.reviews.push(...rowsByRule(health, ['review-unanswered', 'one-sided', 'ask-how'], () => []), ...(await lateReviews(db, programme)))
    rows.stuck.push(...rowsByRule(health, ['unsigned', 'stage-late'], () => []))
    rows.unanswered.push(...(await unansweredProposals(db, programme)))
    rows.waiting.push(...(await peopleWaiting(db, programme)))
    rows.talks.push(...(await talksToHave(db, programme)))
  }
  rows.imports.push(...(await sheetsToMend(db, organisations)))
  const aside = await setAsides(
    db,
    Object.values(rows).flatMap((all) => all.map(({ subject }) => subject)),
  )
  return cardKinds.map((kind) => ({
    kind,
    rows: rows[kind]
      .filter(({ subject }) => !aside.has(`${kind} ${subject}`))
      .sort((one, other) => Temporal.Instant.compare(one.since, other.since)),
  }))
}

type Recipients = (health: PairHealth) => CardRow['recipients']

function rowsByRule(all: readonly PairHealth[], rules: readonly HealthRule[], recipientsOf: Recipients): CardRow[] {
  return all.flatMap((health) => {
    const found = health.findings.filter(({ rule }) => rules.includes(rule))
    return found.map((finding) => rowOf(health, finding, recipientsOf(health)))
  })
}

function rowOf({ pair }: PairHealth, { rule, facts, since }: Finding, recipients: CardRow['recipients']): CardRow {
  const { id, programme, mentor, mentee } = pair
  const why = { key: `health.finding.${rule}`, facts }
  return { subject: id, programme, href: `/partnerships/${id}`, people: [mentor, mentee], since, why, recipients }
}

const withLetters: Recipients = ({ pair }) =>
  sides.map((side) => ({
    person: pair[side],
    partner: pair[otherSide(side)],
    about: pair.quiet.about,
    nudge: 'pair.quiet',
    path: `/partnerships/${pair.id}`,
    until: null,
  }))

/** Reviews that wait for an answer, past half of their time. */
async function lateReviews(db: Db, programme: string): Promise<CardRow[]> {
  const waiting = await reviewsWaiting(db, { programme })
  return waiting.flatMap((review) => {
    const { id, partnership, until } = review
    const left = sides.filter((side) => review.asked[side] !== undefined && !review.answered.includes(side))
    const since = halfwayOf(review)
    if (left.length === 0 || Temporal.Instant.compare(db.now, since) < 0) return []
    const people = left.map((side) => review[side])
    const recipients = left.map((side) => ({
      person: review[side],
      partner: review[otherSide(side)],
      about: id,
      nudge: 'review.waiting' as const,
      path: `/reviews/${id}`,
      until,
    }))
    const why = { key: 'today.why.review', facts: { count: left.length } }
    return [{ subject: id, programme, href: `/partnerships/${partnership}`, people, since, why, recipients }]
  })
}

/** Who has not answered a proposal. */
async function unansweredProposals(db: Db, programme: string): Promise<CardRow[]> {
  const rows = await unansweredIn(db, programme)
  return rows.map(({ id, person, partner, answerUntil: until, proposedAt: since }) => {
    const href = `/partnerships/${id}`
    const facts = { hours: Math.max(0, Math.floor(db.now.until(until).total('hours'))) }
    const recipients = [{ person, partner, about: id, nudge: 'partnership.proposal' as const, path: href, until }]
    return { subject: id, programme, href, people: [person], since, why: { key: 'today.why.unanswered', facts }, recipients }
  })
}

/** Mentees without a partner; who was there first comes first. A round that waits is what helps, else a new one. */
async function peopleWaiting(db: Db, programme: string): Promise<CardRow[]> {
  const paired = new Set((await livePairs(db, programme)).map(({ menteeEnrolment }) => menteeEnrolment))
  const waiting = (await enrolmentsIn(db, programme)).filter(({ id, side }) => side === 'mentee' && !paired.has(id))
  const round = waiting.length > 0 ? await openRound(db, programme) : undefined
  const href = round ? `/rounds/${round.id}` : `/programmes/${programme}`
  const why = { key: round ? 'today.why.round' : 'today.why.waiting', facts: {} }
  const again = new Map((await rematchesWaiting(db, programme)).map((one) => [one.enrolment, one]))
  return waiting.map(({ id, person, enrolledAt }) => {
    const rematch = again.get(id)
    const facts = { days: Math.max(0, Math.floor(db.now.until(rematch?.until ?? db.now).total('hours') / 24)) }
    const said = rematch ? { since: rematch.at, why: { key: 'today.why.rematch', facts } } : { since: enrolledAt, why }
    return { subject: id, programme, href, people: [person], ...said, recipients: [] }
  })
}

/** Who asked for a talk when they left, and mentors around whom several pairs ended: a talk, and no more than that. */
async function talksToHave(db: Db, programme: string): Promise<CardRow[]> {
  const asked = (await talksIn(db, programme)).map(({ partnership, person, at }) => {
    const why = { key: 'today.why.talk', facts: {} }
    return { subject: partnership, programme, href: `/partnerships/${partnership}`, people: [person], since: at, why, recipients: [] }
  })
  const around = (await supervisionTalks(db, programme)).map(({ mentor, exits, lastAt }) => {
    const why = { key: 'today.why.supervision', facts: { count: exits } }
    return { subject: mentor, programme, href: `/people/${mentor}`, people: [mentor], since: lastAt, why, recipients: [] }
  })
  return [...asked, ...around]
}

async function sheetsToMend(db: Db, organisations: readonly string[]): Promise<CardRow[]> {
  const imports = await importsToMend(db, organisations)
  return imports.map(({ id, fileName, held, refused, at }) => ({
    subject: id,
    programme: null,
    href: `/imports/${id}`,
    people: [],
    since: at,
    why: { key: 'today.why.import', facts: { count: held + refused, file: fileName } },
    recipients: [],
  }))
}
