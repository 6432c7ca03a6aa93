import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { limits, placeOfTry } from './provider.ts'
import { providerNamed } from './reads.ts'
import { insertTry } from './writes.ts'

export type BeginSignOn = { id: string; name: string; next: string | null; browser: string }

/** Somebody is about to go to their organisation's provider; what must come back with them is kept, sealed, for this browser. */
export async function beginSignOn(tx: Tx, { id, name, next, browser }: BeginSignOn): Promise<{ name: string; id: string }> {
  const provider = found(await providerNamed(tx, name))
  const keys = await keysFor(tx, { kind: 'organisation', id: provider.organisation })
  const secrets = { state: tx.newSecret(), nonce: tx.newSecret(), verifier: `${tx.newSecret()}${tx.newSecret()}` }
  const sealed = keys.seal(placeOfTry(id), secrets)
  const until = tx.now.add({ minutes: limits.tryMinutes })
  await insertTry(tx, { id, provider: provider.id, state: secrets.state, browser, sealed, next, until })
  return { name: provider.name, id }
}
