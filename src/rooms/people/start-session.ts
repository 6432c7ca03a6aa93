import type { Tx } from '#ground/db'
import { limits } from './session.ts'
import { type Entered, type SignInLink, triesLeft } from './sign-in.ts'
import { type Holder, holdersOf } from './sign-in-reads.ts'
import { insertSession, insertUse } from './sign-in-writes.ts'

/** Uses a link that was proven to be this browser's: signs in whose address it is, or asks who of several. Once; then `closed`. */
export async function enter(tx: Tx, link: SignInLink, device: string): Promise<Entered> {
  const isFirst = await insertUse(tx, link.id)
  if (!isFirst) return { kind: 'closed' }
  const [holder, ...others] = await holdersOf(tx, link.address)
  if (holder === undefined) return { kind: 'closed' }
  if (others.length > 0) return triesLeft(link) > 0 ? { kind: 'shared' } : { kind: 'closed' }
  return startSession(tx, { holder, link, device })
}

type Starting = { holder: Pick<Holder, 'id' | 'organisation'>; link: Pick<SignInLink, 'id' | 'next'>; device: string }

/** Signs a person in for some weeks; the token goes to the browser and is kept as a hash. A link starts one session. */
export async function startSession(tx: Tx, { holder, link, device }: Starting): Promise<Entered> {
  const token = tx.newSecret()
  const until = tx.now.add({ hours: 24 * limits.sessionDays })
  const session = await insertSession(tx, { person: holder.id, link: link.id, token, device, until })
  if (session === null) return { kind: 'closed' }
  await tx.note('session.started', session, { organisation: holder.organisation })
  return { kind: 'session', token, until, next: link.next }
}
