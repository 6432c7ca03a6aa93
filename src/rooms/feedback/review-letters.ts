import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { dayOf, sayNearDay } from '#ground/when'
import { sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherSide, type Side } from '#partnerships/partnership'
import { formFor, sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import type { Review } from './review.ts'

export type Asking = { kind: 'review.asked' | 'review.reminder'; nth: 1 | 2 }

/** Asks one side for its answers, or reminds it, in its own language; who has no address is called by the coordinator. */
export async function writeReviewLetter(tx: Tx, review: Review, side: Side, { kind, nth }: Asking): Promise<void> {
  const people = await correspondentsOf(tx, [review.mentor, review.mentee])
  const reader = people.get(review[side])
  const partner = people.get(review[otherSide(side)])
  if (!reader?.email || !partner) return
  const say = sayTo(reader.reader)
  const pathway = await pathwayOf(tx, review.programme)
  const reminder = pathway.reminders.find((one) => one.kind === 'review')
  const facts = {
    name: apart(partner.name),
    date: sayNearDay(say, dayOf(say, review.until)),
    count: formFor(review.form, side).questions.length,
  }
  const body = [
    say('mail.partnership.greeting', { name: apart(reader.name) }),
    kind === 'review.reminder' && reminder ? sayTexts(say, reminder.says) : say('mail.review.asked.body', facts),
    say('mail.review.who-sees', facts),
    `${say('mail.review.link')}\n/reviews/${review.id}`,
  ].join('\n\n')
  await writeLetter(tx, {
    kind,
    about: review.id,
    version: nth,
    recipient: reader.id,
    organisation: review.organisation,
    address: reader.email,
    language: reader.reader.language,
    title: say('mail.review.asked.title', facts),
    body,
  })
}
