import type { Tx } from '#ground/db'
import { type Entered, stateOf } from './sign-in.ts'
import { findLinkByToken } from './sign-in-reads.ts'
import { enter } from './start-session.ts'

/** The button of the page that the letter's link opens; works once, in the browser that asked. Anything else is `closed`. */
export async function useSignInLink(tx: Tx, asked: { token: string; browser: string; device: string }): Promise<Entered> {
  const link = await findLinkByToken(tx, asked.token)
  if (link === undefined || stateOf(link, asked.browser, tx.now) !== 'open') return { kind: 'closed' }
  return enter(tx, link, asked)
}
