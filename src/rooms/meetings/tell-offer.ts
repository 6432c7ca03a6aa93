import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { sayInstant } from '#ground/when'
import { apart } from '#partnerships/letters'
import { findPartnership } from '#partnerships/reads'
import { letterTo } from './letter-to.ts'
import { otherOf } from './meeting.ts'
import { findOffer } from './offer-reads.ts'

/** Times were offered: the other is told which, in their own clock, with the page where one is taken. */
export async function tellOffer(tx: Tx, { subject, facts }: Pick<News, 'subject' | 'facts'>): Promise<void> {
  const pair = await findPartnership(tx, subject)
  const offer = await findOffer(tx, String(facts.offer))
  if (pair === undefined || offer === undefined || offer.endedAt !== null) return
  const two = { host: pair.mentor, guest: pair.mentee, organisation: pair.organisation }
  const parts = { kind: 'meeting.offered', about: offer.id, version: 1, path: `/partnerships/${subject}/meetings` }
  await letterTo(tx, two, otherOf(two, offer.by), parts, (say, partner) => {
    const told = { name: apart(partner.name), minutes: offer.minutes }
    const times = offer.times.map(({ startsAt }) => `– ${sayInstant(say, startsAt)}`).join('\n')
    return {
      title: say('mail.meeting.offer.title', told),
      body: [say('mail.meeting.offer.body', told), times],
      link: say('mail.meeting.offer.link'),
    }
  })
}
