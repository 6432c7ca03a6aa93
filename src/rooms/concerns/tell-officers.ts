import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found } from '#ground/refusal'
import { clockOf } from './reads.ts'
import { readersOf, writeToReaders } from './write-to-officers.ts'

/** Tells the officers at once that a concern was raised, and nobody else; told before, they are not told again. */
export async function tellOfficers(tx: Tx, { subject }: Pick<News, 'subject'>): Promise<void> {
  const concern = found(await clockOf(tx, subject))
  const { people, areOfficers } = await readersOf(tx, concern)
  await writeToReaders(tx, concern, { people, kind: areOfficers ? 'raised' : 'unnamed', about: concern.id })
}

/** Tells the officers that one of a pair has shown them something; where the concern came with it, that letter is enough. */
export async function tellDisclosure(tx: Tx, { subject, at, facts }: Pick<News, 'subject' | 'at' | 'facts'>): Promise<void> {
  const { raisedAt } = found(await clockOf(tx, subject))
  if (raisedAt.equals(at)) return
  await tellAddition(tx, { subject, facts: { message: facts.disclosure ?? '' } })
}

/** Tells the officers that who raised a concern has added to it. */
export async function tellAddition(tx: Tx, { subject, facts }: Pick<News, 'subject' | 'facts'>): Promise<void> {
  const concern = found(await clockOf(tx, subject))
  const { people, areOfficers } = await readersOf(tx, concern)
  if (areOfficers) await writeToReaders(tx, concern, { people, kind: 'added', about: String(facts.message) })
}
