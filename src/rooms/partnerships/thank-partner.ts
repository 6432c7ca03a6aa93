import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { pathwayOf } from '#programmes/pathway-reads'
import { isClosing } from './leaving.ts'
import { thanksOf } from './leaving-reads.ts'
import { insertThanks } from './leaving-writes.ts'
import { ofTwo } from './of-two.ts'
import { stageOf } from './stage-reads.ts'

export type ThankPartner = { partnership: string; text: string }

/** Thanks to the other, at the end; read by the two alone. The same text twice is once, and what was sent is not changed. */
export async function thankPartner(tx: Tx, { partnership, text }: ThankPartner): Promise<void> {
  const { pair } = await ofTwo(tx, partnership)
  const stage = await stageOf(tx, partnership)
  if (!isClosing(await pathwayOf(tx, pair.programme), pair, stage?.stage)) refuse('partnerships.notClosing')
  assert(tx.by, 'somebody thanks')
  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'thanks', item: partnership, author: tx.by }, { text })
  if (await insertThanks(tx, { partnership, person: tx.by, sealed })) {
    await tx.note('thanks.given', partnership, { organisation: pair.organisation, programme: pair.programme })
    return
  }
  const mine = (await thanksOf(tx, partnership)).find(({ person }) => person === tx.by)
  if (mine?.text !== text) refuse('partnerships.thanked')
}
