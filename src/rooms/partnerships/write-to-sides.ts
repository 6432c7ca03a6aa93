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

/** `about` is the partnership where nothing is said; with `kind` and `version` it makes the letter one that goes once. */
export type LetterTo = { side: Side; kind: string; about?: string; version?: number; words: (say: Say, facts: LetterFacts) => Words }

/** Writes to the sides named, each in their own language and calendar. Who has no e-mail gets none; the coordinator calls. */
export async function writeToSides(tx: Tx, pair: Partnership, letters: readonly LetterTo[]): Promise<void> {
  const people = await correspondentsOf(tx, [pair.mentor, pair.mentee])
  const programme = found(await findProgramme(tx, pair.programme)).name
  const pathway = await pathwayOf(tx, pair.programme)
  for (const { side, kind, words, about = pair.id, version = 1 } of letters) {
    const reader = people.get(pair[side])
    const partner = people.get(pair[otherSide(side)])
    if (!reader?.email || !partner) continue
    const { id, reasons, answerUntil, organisation } = pair
    const say = sayTo(reader.reader)
    const named = { side, words: sideWords(say, pathway, side) }
    const { title, body } = words(say, { id, called: reader.name, ...named, programme, partner, reasons, answerUntil })
    const { language } = reader.reader
    const to = { recipient: reader.id, organisation, address: reader.email, language }
    await writeLetter(tx, { kind, about, version, ...to, title, body })
  }
}
