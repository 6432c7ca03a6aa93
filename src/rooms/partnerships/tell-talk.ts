import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { sayTo } from '#ground/words'
import { coordinatorsOf } from '#people/coordinator-reads'
import { correspondentsOf } from './correspondent.ts'
import { apart } from './letters.ts'
import { findPartnership } from './reads.ts'

const toldMax = 5

/** Tells the coordinators that somebody would like ten minutes; never one of the two. */
export async function tellTalk(tx: Tx, { by, subject }: Pick<News, 'by' | 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, subject)
  if (pair === undefined || by === null) return
  const coordinators = (await coordinatorsOf(tx, pair)).filter((id) => id !== pair.mentor && id !== pair.mentee).slice(0, toldMax)
  const people = await correspondentsOf(tx, [by, ...coordinators])
  const name = apart(people.get(by)?.name ?? '–')
  for (const id of coordinators) {
    const reader = people.get(id)
    if (!reader?.email) continue
    const say = sayTo(reader.reader)
    const greeting = say('mail.partnership.greeting', { name: apart(reader.name) })
    const body = [greeting, say('mail.talk.body', { name }), `${say('mail.partnership.link')}\n/partnerships/${subject}`].join('\n\n')
    const to = { recipient: id, organisation: pair.organisation, address: reader.email, language: say.language }
    await writeLetter(tx, {
      kind: 'talk.asked',
      about: subject,
      version: by === pair.mentor ? 1 : 2,
      ...to,
      title: say('mail.talk.title', { name }),
      body,
    })
  }
}
