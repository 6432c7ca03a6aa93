import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { mustAdminister } from '#people/role-reads'
import { providerOf } from './reads.ts'
import { insertProviderEnd } from './writes.ts'

/** Takes an organisation's own way in away; its people come in by letter again. Twice is once. */
export async function endProvider(tx: Tx, { organisation }: { organisation: string }): Promise<void> {
  await mustAdminister(tx, organisation)
  const provider = await providerOf(tx, organisation)
  if (!provider) return
  assert(tx.by, 'an administrator takes it away')

  if (await insertProviderEnd(tx, provider.id, tx.by)) await tx.note('sign-on.ended', organisation, { organisation })
}
