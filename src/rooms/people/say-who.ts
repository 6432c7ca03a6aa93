import type { Tx } from '#ground/db'
import { fold } from '#ground/fold'
import { type Entered, triesLeft } from './sign-in.ts'
import { findLink, holdersOf, provenLinkOf } from './sign-in-reads.ts'
import { insertTry, lockLink } from './sign-in-writes.ts'
import { startSession } from './start-session.ts'

export type SayWho = { person: string; code: string; browser: string; device: string }

/** Who of the people that share a proven address this is, shown by their person code. Wrong codes count as tries of the link. */
export async function sayWho(tx: Tx, { person, code, browser, device }: SayWho): Promise<Entered> {
  const proven = await provenLinkOf(tx, browser)
  if (proven === undefined) return { kind: 'closed' }
  await lockLink(tx, proven.id)
  const link = await findLink(tx, proven.id)
  if (link === undefined || triesLeft(link) === 0) return { kind: 'closed' }

  const holder = (await holdersOf(tx, link.address)).find(({ id }) => id === person)
  if (holder && fold(holder.code) === fold(code)) return startSession(tx, { holder, link, browser, device })
  await insertTry(tx, link.id, link.tries + 1)
  return { kind: 'wrong' }
}
