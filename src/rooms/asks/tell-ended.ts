import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { coordinatorsOf } from '#people/coordinator-reads'
import { answeredLetter, nobodyLetter, noLongerLetter, unmetLetter } from './letters.ts'
import { type Ask, findAsk, turnsOf, yesOf } from './reads.ts'
import { writeTo } from './write-to.ts'
import { insertUnmetNeeds } from './writes.ts'

/** An ask is over: whoever waits for something is told; where nobody could help, the topics are kept as an unmet need. */
export async function tellEnded(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const ask = await findAsk(tx, news.subject)
  if (ask === undefined || ask.endReason === null) return
  if (ask.endReason === 'answered') return tellAnswered(tx, ask)
  if (ask.endReason === 'nobody') return tellNobody(tx, ask)
  const waited = (await turnsOf(tx, ask.id)).find(({ answer, isPassed }) => answer === null && !isPassed)
  if (waited) await writeTo(tx, ask, waited.person, { kind: 'ask.no-longer', words: noLongerLetter })
}

async function tellAnswered(tx: Tx, ask: Ask): Promise<void> {
  const answer = await yesOf(tx, ask.id)
  if (answer) await writeTo(tx, ask, ask.asker, { kind: 'ask.answered', words: answeredLetter, answer })
}

async function tellNobody(tx: Tx, ask: Ask): Promise<void> {
  const { id, programme, organisation, topics, asker } = ask
  await insertUnmetNeeds(tx, { ask: id, programme, organisation, topics })
  await writeTo(tx, ask, asker, { kind: 'ask.nobody', words: nobodyLetter })
  const coordinators = (await coordinatorsOf(tx, { programme, organisation })).filter((person) => person !== asker)
  for (const person of coordinators) await writeTo(tx, ask, person, { kind: 'ask.unmet', words: unmetLetter })
}
