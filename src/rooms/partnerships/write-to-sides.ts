import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { found } from '#ground/refusal'
import { type Say, sayTo } from '#ground/words'
import { pathwayOf } from '#programmes/pathway-reads'
import { findProgramme } from '#programmes/reads'
import { correspondentsOf } from './correspondent.ts'
import type { LetterFacts, Words } from './letters.ts'
import { otherSide, type Side } from './partnership.ts'
import type { Partnership } from './reads.ts'
import { sideWords } from './side-words.ts'

export type LetterTo = { side: Side; kind: string; words: (say: Say, facts: LetterFacts) => Words }

/** Writes to the sides named, each in their own language and calendar. Who has no e-mail gets none; the coordinator calls. */
export async function writeToSides(tx: Tx, pair: Partnership, letters: readonly LetterTo[]): Promise<void> {
  const people = await correspondentsOf(tx, [pair.mentor, pair.mentee])
  const programme = found(await findProgramme(tx, pair.programme)).name
  const pathway = await pathwayOf(tx, pair.programme)
  for (const { side, kind, words } of letters) {
    const reader = people.get(pair[side])
    const partner = people.get(pair[otherSide(side)])
    if (!reader?.email || !partner) continue
    const { id, reasons, answerUntil, organisation } = pair
    const say = sayTo(reader.reader)
    const named = { side, words: sideWords(say, pathway, side) }
    const { title, body } = words(say, { id, called: reader.name, ...named, programme, partner, reasons, answerUntil })
    const { language } = reader.reader
    await writeLetter(tx, { kind, about: id, recipient: reader.id, organisation, address: reader.email, language, title, body })
  }
}
