import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Db, Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustAdminister } from '#people/role-reads'
import { askProvider } from './outside.ts'
import { type Metadata, placeOfSecret } from './provider.ts'
import { clientSecretOf, nameOf, providerNamed, providerOf } from './reads.ts'
import { insertName, insertProvider } from './writes.ts'

/** `secret`: null keeps the one there is. `codeClaim`: null where people are found by a verified address. */
export type SetUpProvider = {
  id: string
  organisation: string
  name: string
  issuer: string
  client: string
  secret: string | null
  codeClaim: string | null
  isStrong: boolean
  isOnly: boolean
}
type Task = { issuer: string; client: string; secret: string; goesInside: boolean }

/** What the way out needs, so that a provider is looked at before it is kept. */
export async function beforeSetUp(db: Db, asked: SetUpProvider, goesInside: boolean): Promise<Task> {
  await mustAdminister(db, asked.organisation)
  const now = await providerOf(db, asked.organisation)
  const secret = asked.secret ?? (now ? await clientSecretOf(db, now) : refuse('signon.noSecret'))
  return { issuer: asked.issuer, client: asked.client, secret, goesInside }
}

export const lookAtProvider = async (task: Task) => ({ metadata: await askProvider(task), secret: task.secret })

/** Puts an organisation's own way in in force. The name is taken once and for good, so that a link that was spread stays theirs. */
export async function setUpProvider(tx: Tx, asked: SetUpProvider, found: { metadata: Metadata; secret: string }): Promise<void> {
  const { id, organisation, name, issuer, client, codeClaim, isStrong, isOnly } = asked
  await mustAdminister(tx, organisation)
  assert(tx.by, 'an administrator sets it up')
  const taken = await nameOf(tx, organisation)
  if (taken !== undefined && taken !== name) refuse('signon.nameKept', { name: taken })
  if (taken === undefined && !(await insertName(tx, name, organisation))) refuse('signon.nameTaken', { name })

  const keys = await keysFor(tx, { kind: 'organisation', id: organisation })
  const sealed = keys.seal(placeOfSecret(id), { secret: found.secret })
  const row = { id, organisation, issuer, client, sealed, metadata: found.metadata, codeClaim, isStrong, isOnly, by: tx.by }
  if (await insertProvider(tx, row)) await tx.note('sign-on.set-up', organisation, { organisation })
  assert(await providerNamed(tx, name), 'what was set up is in force')
}
