import assert from 'node:assert/strict'
import { coordinatedFunder } from '#funding/coordinated'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { funderOfLinkRow } from './link-reads.ts'
import { limits } from './links.ts'
import { insertLink, insertLinkEnd } from './writes.ts'

export type ShareLink = { id: string; funder: string; token: string; days: number }

/** Makes a link by which a funder sees its money; the secret comes with the form, and only its hash is kept. Twice is one link. */
export async function shareLink(tx: Tx, { id, funder: which, token, days }: ShareLink): Promise<{ funder: string }> {
  const { bank } = await coordinatedFunder(tx, which)
  assert(tx.by, 'a person makes it')

  const until = tx.now.add({ hours: 24 * Math.min(days, limits.linkDaysMax) })
  if (await insertLink(tx, { id, funder: which, tokenHash: secretHash(token), until, by: tx.by }))
    await tx.note('funder-link.made', id, bank)
  return { funder: which }
}

/** Ends a link: from now on it opens nothing. Twice is once. */
export async function endLink(tx: Tx, { link }: { link: string }): Promise<{ funder: string }> {
  const { funder: which } = found(await funderOfLinkRow(tx, link))
  const { bank } = await coordinatedFunder(tx, which)
  assert(tx.by, 'a person ends it')

  await insertLinkEnd(tx, link, tx.by)
  await tx.note('funder-link.ended', link, bank)
  return { funder: which }
}
