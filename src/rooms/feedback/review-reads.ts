import { sql } from 'kysely'
import { findKeys, gone } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Side } from '#partnerships/partnership'
import type { PathwayForm } from '#programmes/pathway-forms'
import { type Benefit, limits, placeOfAnswer, type Review, sealingOf } from './review.ts'

type Row = Omit<Review, 'asked' | 'answered' | 'form'> & {
  form: unknown
  mentorAskedAt: Temporal.Instant | null
  menteeAskedAt: Temporal.Instant | null
  answered: string[]
}

const reviewSql = sql`
  select r.id, r.partnership, r.programme, r.organisation, r.mentor, r.mentee, r.key, r.form, r.due_at, r.until, c.at as closed_at,
    mentors.at as mentor_asked_at, mentees.at as mentee_asked_at, scope.review_sides(r.id) as answered
  from reviews r left join review_closings c on c.review = r.id
    left join review_asks mentors on mentors.review = r.id and mentors.side = 'mentor'
    left join review_asks mentees on mentees.review = r.id and mentees.side = 'mentee'`

function reviewFrom({ form, mentorAskedAt, menteeAskedAt, answered, ...row }: Row): Review {
  const asked = { ...(mentorAskedAt ? { mentor: mentorAskedAt } : {}), ...(menteeAskedAt ? { mentee: menteeAskedAt } : {}) }
  return { ...row, form: form as PathwayForm, asked, answered: answered as Side[] }
}

export async function findReview(db: Db, id: string): Promise<Review | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${reviewSql} where r.id = ${id}`.execute(db)
  return rows[0] && reviewFrom(rows[0])
}

/** The reviews of a pair, the latest first. */
export async function reviewsOf(db: Db, partnership: string): Promise<Review[]> {
  const { rows } =
    await sql<Row>`${reviewSql} where r.partnership = ${partnership} order by r.due_at desc, r.id limit ${limits.shownMax}`.execute(db)
  return rows.map(reviewFrom)
}

/** Reviews that wait for somebody, the soonest over first; of one person, pair or programme, or all. */
export async function reviewsWaiting(db: Db, of: { person?: string; programme?: string; partnership?: string } = {}): Promise<Review[]> {
  const { rows } = await sql<Row>`${reviewSql}
    where c.review is null and cardinality(scope.review_sides(r.id)) < 2
      and (${of.programme ?? null}::uuid is null or r.programme = ${of.programme ?? null})
      and (${of.partnership ?? null}::uuid is null or r.partnership = ${of.partnership ?? null})
      and (${of.person ?? null}::uuid is null or (${of.person ?? null} in (r.mentor, r.mentee)))
    order by r.until, r.id limit ${limits.sweptMax}`.execute(db)
  return rows.map(reviewFrom)
}

/** Which reviews pairs have had, by pair. */
export async function reviewKeys(db: Db, partnerships: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('reviews')
    .select(['partnership', 'key'])
    .where('partnership', '=', sql<string>`any(${[...partnerships]}::uuid[])`)
    .execute()
  const keys = new Map<string, Set<string>>()
  for (const { partnership, key } of rows) keys.set(partnership, (keys.get(partnership) ?? new Set()).add(key))
  return keys
}

export type Reply = { id: string; review: string; side: Side; nth: number; benefit: Benefit | null; at: Temporal.Instant; by: string }

/** The newest reply of each side that the asker may read. */
export async function repliesOf(db: Db, review: string): Promise<Reply[]> {
  const { rows } = await sql<Reply>`select distinct on (side) id, review, side, nth, benefit, at, by from review_replies
    where review = ${review} order by side, nth desc`.execute(db)
  return rows
}

export type AnswerRow = { reply: string; question: string; seen: string; choice: unknown; words: string | null }

type SealedAnswer = Omit<AnswerRow, 'words'> & { by: string; sealed: Uint8Array | null }

/** What was answered in these replies to a pair's review, as far as the asker may read it. */
export async function answersOf(db: Db, partnership: string, replies: readonly Pick<Reply, 'id'>[]): Promise<AnswerRow[]> {
  const { rows } = await sql<SealedAnswer>`
    select a.reply, a.question, a.seen, a.choice, a.sealed, r.by from review_answers a join review_replies r on r.id = a.reply
    where a.reply = any(${replies.map(({ id }) => id)}::uuid[])`.execute(db)
  const keys = {
    partnership: await findKeys(db, { kind: 'partnership', id: partnership }),
    coordinated: await findKeys(db, { kind: 'coordinated', id: partnership }),
  }
  return rows.map(({ by, sealed, ...row }) => {
    const words = sealed && keys[sealingOf(row.seen)]?.open<{ words: string }>(placeOfAnswer({ ...row, by }), sealed).words
    return { ...row, words: sealed === null ? null : (words ?? gone) }
  })
}

/** What each side said last of its benefit, and when one last did; a side that has not said is left out. */
export type Benefits = Partial<Record<Side, Benefit>> & { saidAt: Temporal.Instant }

/** By pair of a programme, as far as the asker may read it. */
export async function benefitsOf(db: Db, programme: string): Promise<Map<string, Benefits>> {
  const { rows } = await sql<{ partnership: string; side: Side; benefit: Benefit; at: Temporal.Instant }>`
    select distinct on (r.partnership, p.side) r.partnership, p.side, p.benefit, p.at
    from review_replies p join reviews r on r.id = p.review
    where r.programme = ${programme} and p.benefit is not null order by r.partnership, p.side, p.at desc, p.nth desc`.execute(db)
  const benefits = new Map<string, Benefits>()
  for (const { partnership, side, benefit, at } of rows) {
    const known = benefits.get(partnership)
    const saidAt = known && Temporal.Instant.compare(known.saidAt, at) > 0 ? known.saidAt : at
    benefits.set(partnership, { ...known, [side]: benefit, saidAt })
  }
  return benefits
}

/** A later review, answered by both, is what counts now. */
const answeredLater = sql<boolean>`exists (select 1 from reviews later where later.partnership = r.partnership and later.due_at > r.due_at
  and cardinality(scope.review_sides(later.id)) = 2)`

/** Pairs with a review in which something should be looked at, and since when. */
export async function watchesIn(db: Db, programme: string): Promise<Map<string, Temporal.Instant>> {
  const { rows } = await sql<{ partnership: string; at: Temporal.Instant }>`
    select r.partnership, max(w.at) as at from review_watches w join reviews r on r.id = w.review
    where r.programme = ${programme} and not ${answeredLater} group by 1`.execute(db)
  return new Map(rows.map(({ partnership, at }) => [partnership, at]))
}

export type LeftUnanswered = { partnership: string; key: string; closedAt: Temporal.Instant }

/** Reviews of a programme whose time is over and that a side left unanswered; the side is told, the answers are not. */
export async function unansweredReviews(
  db: Db,
  programme: string,
): Promise<{ partnership: string; key: string; closedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ partnership: string; key: string; closedAt: Temporal.Instant }>`
    select r.partnership, r.key, c.at as closed_at from reviews r join review_closings c on c.review = r.id
    where r.programme = ${programme} and cardinality(scope.review_sides(r.id)) < 2 and not ${answeredLater}
    order by c.at desc limit ${limits.sweptMax}`.execute(db)
  return rows
}

/** Who of a pair does not want to be asked after the end. */
export async function followUpRefusals(db: Db, partnership: string): Promise<Set<string>> {
  const rows = await db.selectFrom('followUpRefusals').select('person').where('partnership', '=', partnership).execute()
  return new Set(rows.map(({ person }) => person))
}
