import { sameBytes } from '#ground/chance'
import type { Tx } from '#ground/db'
import { codeHashOf, type Entered, stateOf, tidyCode, triesLeft } from './sign-in.ts'
import { findLink, newestLinkOf } from './sign-in-reads.ts'
import { insertTry, lockLink } from './sign-in-writes.ts'
import { enter } from './start-session.ts'

/**
 * The short code of the newest letter that this browser asked for. Each wrong one is kept as a try, and five close the code.
 * A link whose letter was never written, since nobody has the address, counts its tries like any other.
 */
export async function useSignInCode(tx: Tx, asked: { code: string; browser: string; device: string }): Promise<Entered> {
  const newest = await newestLinkOf(tx, asked.browser)
  if (newest === undefined) return { kind: 'closed' }
  await lockLink(tx, newest.id)
  const link = (await findLink(tx, newest.id)) ?? newest
  if (stateOf(link, asked.browser, tx.now) !== 'open' || triesLeft(link) === 0) return { kind: 'closed' }

  const isRight = link.codeHash !== null && sameBytes(link.codeHash, codeHashOf(link.id, tidyCode(asked.code)))
  if (isRight) return enter(tx, link, asked)
  await insertTry(tx, link.id, link.tries + 1)
  return { kind: 'wrong' }
}
