import type { Tx } from '#ground/db'
import { type Letter, writeLetter } from '#ground/mail'
import { type Say, sayTo } from '#ground/words'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherOf } from './meeting.ts'

export type Two = { host: string; guest: string; organisation: string }
export type LetterParts = { kind: string; about: string; version: number; path: string; calendar?: Letter['calendar'] }
export type Words = { title: string; body: readonly string[]; link: string }

/** Writes to one of two who meet, in their own language and clock; who has no address gets none. The house writes: it reads both. */
export async function letterTo(
  tx: Tx,
  two: Two,
  person: string,
  parts: LetterParts,
  wordsOf: (say: Say, partner: Correspondent, reader: Correspondent) => Words,
): Promise<void> {
  const people = await correspondentsOf(tx, [two.host, two.guest])
  const [reader, partner] = [people.get(person), people.get(otherOf(two, person))]
  if (!reader?.email || !partner) return
  const say = sayTo(reader.reader)
  const { title, body, link } = wordsOf(say, partner, reader)
  const greeting = say('mail.partnership.greeting', { name: apart(reader.name) })
  const { kind, about, version, path, calendar } = parts
  await writeLetter(tx, {
    ...{ kind, about, version, recipient: reader.id, organisation: two.organisation, address: reader.email },
    language: say.language,
    title,
    body: [greeting, ...body.filter((text) => text !== ''), `${link}\n${path}`].join('\n\n'),
    ...(calendar ? { calendar } : {}),
  })
}
