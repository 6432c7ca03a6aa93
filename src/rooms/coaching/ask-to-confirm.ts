import { findBusiness } from '#businesses/reads'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { sayDay } from '#ground/when'
import { sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { limits, type Meeting, stateOf } from './coaching.ts'
import { findCoaching } from './reads.ts'
import { insertLink } from './writes.ts'

/** Writes to the owners of a business that a meeting was logged; the link opens a page of one button, and says nothing of what was said. */
export async function askToConfirm(tx: Tx, { subject, facts }: News): Promise<void> {
  const meeting = await findCoaching(tx, subject)
  if (!meeting?.log || stateOf(meeting, tx.now) !== 'recorded' || meeting.log.version !== facts.version) return
  const business = await findBusiness(tx, meeting.business)
  const owners = (business?.owners ?? []).flatMap(({ person }) => (person && person !== meeting.coach ? [person] : []))
  for (const owner of owners) await write(tx, meeting, owner)
}

async function write(tx: Tx, meeting: Meeting, owner: string): Promise<void> {
  const people = await correspondentsOf(tx, [owner, meeting.coach])
  const [reader, coach] = [people.get(owner), people.get(meeting.coach)]
  if (!reader?.email || !coach || !meeting.log) return
  const token = tx.newSecret()
  const until = tx.now.add({ hours: limits.linkDays * 24 })
  await insertLink(tx, { id: tx.newId(), meeting: meeting.id, hash: secretHash(token), person: owner, until })
  const say = sayTo(reader.reader)
  const told = { name: `\u2068${coach.name}\u2069`, date: sayDay(say, meeting.log.day), minutes: meeting.log.minutes }
  await writeLetter(tx, {
    ...{ kind: 'coaching.logged', about: meeting.id, version: meeting.log.version, recipient: owner },
    ...{ organisation: meeting.organisation, address: reader.email, language: say.language },
    title: say('mail.coaching.logged.title', told),
    body: [
      say('mail.partnership.greeting', { name: `\u2068${reader.name}\u2069` }),
      say('mail.coaching.logged.body', told),
      `${say('mail.coaching.logged.link')}\n/coaching-confirmations/${token}`,
    ].join('\n\n'),
  })
}
