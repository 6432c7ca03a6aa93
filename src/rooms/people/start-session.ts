import type { Tx } from '#ground/db'
import { type BegunBy, limits, type ProvenBy } from './session.ts'
import { insertProof, insertSession, meetBrowser } from './session-writes.ts'
import { type Entered, type SignInLink, triesLeft } from './sign-in.ts'
import { type Holder, holdersOf, onlyWayOf } from './sign-in-reads.ts'
import { insertUse } from './sign-in-writes.ts'

/** The browser that somebody comes in by: its secret, and what it calls itself. */
export type Coming = { browser: string; device: string }

/** Uses a link that was proven to be this browser's: signs in whose address it is, or asks who of several. Once; then `closed`. */
export async function enter(tx: Tx, link: SignInLink, coming: Coming): Promise<Entered> {
  const isFirst = await insertUse(tx, link.id)
  if (!isFirst) return { kind: 'closed' }
  const [holder, ...others] = await holdersOf(tx, link.address)
  if (holder === undefined) return { kind: 'closed' }
  if (others.length > 0) return triesLeft(link) > 0 ? { kind: 'shared' } : { kind: 'closed' }
  return startSession(tx, { holder, link, ...coming })
}

type Starting = Coming & {
  holder: Pick<Holder, 'id' | 'organisation'>
  /** What it begins with: the sign-in link, the passkey's challenge, the provider's errand. It starts one session. */
  link: Pick<SignInLink, 'id' | 'next'>
  begunBy?: BegunBy
  /** What confirms it at once, where it began by more than a mailbox. */
  proved?: ProvenBy | null
}

/**
 * Signs a person in for some weeks; the token goes to the browser and is kept as a hash. Where the person has signed in before, and
 * never by this browser, the news says so (`fresh`). Whose organisation has one way in alone is shown to it, and not signed in.
 */
export async function startSession(tx: Tx, starting: Starting): Promise<Entered> {
  const { holder, link, device, browser, begunBy = 'link', proved = null } = starting
  const way = begunBy === 'provider' ? null : await onlyWayOf(tx, holder.id)
  if (way !== null) return { kind: 'other-way', way }
  const token = tx.newSecret()
  const until = tx.now.add({ hours: 24 * limits.sessionDays })
  const session = await insertSession(tx, { person: holder.id, link: link.id, begunBy, token, device, until })
  if (session === null) return { kind: 'closed' }
  if (proved !== null) await insertProof(tx, session, proved)
  const { isFirst, isKnown } = await meetBrowser(tx, holder.id, browser)
  await tx.note('session.started', session, { organisation: holder.organisation }, isFirst || isKnown ? {} : { fresh: 1 })
  return { kind: 'session', token, until, next: link.next }
}
