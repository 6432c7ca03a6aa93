import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { found } from '#ground/refusal'
import { type Say, sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { findProgramme } from '#programmes/reads'
import type { AskFacts, Words } from './letters.ts'
import type { Ask } from './reads.ts'

type LetterAbout = {
  kind: string
  words: (say: Say, facts: AskFacts) => Words
  until?: Temporal.Instant
  answer?: { person: string; startsAt: Temporal.Instant }
}

/** Writes to one person about an ask, as the house, in their own language and calendar. Who has no e-mail gets none. */
export async function writeTo(tx: Tx, ask: Ask, person: string, { kind, words, until, answer }: LetterAbout): Promise<void> {
  const people = await correspondentsOf(tx, [person, ask.asker, ...(answer ? [answer.person] : [])])
  const reader = people.get(person)
  if (!reader?.email) return
  const { id, organisation, topics } = ask
  const { title, body } = words(sayTo(reader.reader), {
    id,
    called: reader.name,
    asker: people.get(ask.asker)?.name ?? '',
    answeredBy: people.get(answer?.person ?? '')?.name ?? '',
    programme: found(await findProgramme(tx, ask.programme)).name,
    topics,
    until: until ?? null,
    startsAt: answer?.startsAt ?? null,
  })
  const { language } = reader.reader
  await writeLetter(tx, { kind, about: id, recipient: reader.id, organisation, address: reader.email, language, title, body })
}
