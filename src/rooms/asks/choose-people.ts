import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { profilesOf } from '#people/profile-reads'
import { pathwayOf } from '#programmes/pathway-reads'
import { rulesInForce } from '#programmes/reads'
import { bestMentors } from './best-mentors.ts'
import { fullAmong } from './full.ts'
import { askerLine, askMarks, askMentors } from './mentor-reads.ts'
import type { Ask } from './reads.ts'
import { replacePeople } from './writes.ts'

/** Chooses whom to ask anew, best first, by the topics as they stand; nobody, where nobody who fits offers one of them. */
export async function choosePeople(tx: Tx, ask: Pick<Ask, 'id' | 'programme' | 'organisation' | 'asker'>, topics: readonly string[]) {
  const { rules } = await rulesInForce(tx, ask.programme)
  const { asks } = await pathwayOf(tx, ask.programme)
  const offering = await askMentors(tx, ask.id)
  const full = await fullAmong(
    tx,
    offering.map(({ person }) => person),
  )
  const profile = found((await profilesOf(tx, [ask.asker])).get(ask.asker))
  const asker = { person: ask.asker, organisation: ask.organisation, profile, topics, line: await askerLine(tx, ask.id) }
  const marks = rules.hard.sameRequired.length > 0 ? await askMarks(tx, ask.id, tx.newSecret()) : new Map<string, Record<string, string>>()
  const free = offering.filter(({ person }) => !full.has(person))
  await replacePeople(tx, ask.id, ask.asker, bestMentors(asker, free, rules, marks, tx.now, asks.askedMax))
}
