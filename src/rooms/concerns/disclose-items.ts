import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { limits } from './concern.ts'
import { type Disclosable, disclosureLimits } from './disclosable.ts'
import { disclosuresOf } from './disclosure-reads.ts'
import { ownConcern } from './reads.ts'
import { keyOwner, places } from './sealing.ts'
import { insertDisclosure, insertPair, lockConcern } from './writes.ts'

/** `items`: opened by who shows them, with the keys that they have themselves. */
export type DiscloseItems = { id: string; concern: string; partnership: string; items: readonly Disclosable[]; words: string | null }

/**
 * Copies what one of a pair chose into a concern that they raised by name, sealed anew with the concern's key, so that it stays when the
 * pair's own texts are destroyed. The other is told nowhere. The same form twice is one. Refuses `concerns.tooManyItems`, `concerns.full`.
 */
export async function discloseItems(tx: Tx, { id, concern, partnership, items, words }: DiscloseItems): Promise<void> {
  const { pair, partner } = await ofTwo(tx, partnership)
  await lockConcern(tx, concern)
  found(await ownConcern(tx, concern))
  const before = await disclosuresOf(tx, concern)
  if (before.some((one) => one.id === id)) return
  if (before.length >= limits.disclosuresAConcernMax) refuse('concerns.full', { max: limits.disclosuresAConcernMax })
  if (items.length > disclosureLimits.itemsMax) refuse('concerns.tooManyItems', { max: disclosureLimits.itemsMax })
  assert(items.length > 0, 'something is shown')

  const by = tx.by ?? missing()
  const keys = await keysFor(tx, keyOwner(concern))
  const copies = items.map(({ kind, author, at, text }, nth) =>
    keys.seal(places.disclosed(id, nth + 1, by), { kind, author, at: at.toString(), text }),
  )
  await insertPair(tx, concern, pair.id, by)
  const sealed = keys.seal(places.disclosure(id, by), { words })
  await insertDisclosure(tx, { id, concern, partnership: pair.id, items: items.length, sealed, by, other: partner.id }, copies)
  await tx.note('concern.disclosed', concern, {}, { disclosure: id, items: items.length, kinds: kindsOf(items) })
}

/** The kinds alone, each once: the diary says nothing else of what was shown. */
const kindsOf = (items: readonly Disclosable[]) => [...new Set(items.map(({ kind }) => kind))].sort().join(' ')
