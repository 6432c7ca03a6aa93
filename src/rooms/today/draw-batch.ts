import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findProgramme } from '#programmes/reads'
import { drawLetters } from './batch-letters.ts'
import { findBatch } from './batch-reads.ts'
import { type CardKind, limits } from './card.ts'
import { cardsOf } from './card-reads.ts'
import { insertBatch } from './today-writes.ts'

/** `picks` are the subjects of the rows ticked. */
export type DrawBatch = { id: string; card: CardKind; picks: readonly string[] }

/** Draws up the letters to the people of the rows ticked, as they will leave; nothing is sent. Rows decided meanwhile are left out. */
export async function drawBatch(tx: Tx, { id, card, picks }: DrawBatch): Promise<{ batch: string }> {
  if ((await findBatch(tx, id)) !== undefined) return { batch: id }
  const cards = await cardsOf(tx, tx.scope)
  const rows = cards.find(({ kind }) => kind === card)?.rows.filter(({ subject }) => picks.includes(subject)) ?? []
  if (rows.length === 0) refuse('today.nothingPicked')
  const { lines, toCall, remindedTwice, writtenNow } = await drawLetters(tx, rows)
  if (lines.length === 0) refuse('today.nobodyToWrite', { calls: toCall.length, twice: remindedTwice, now: writtenNow })
  if (lines.length > limits.linesMax) refuse('today.tooMany', { max: limits.linesMax })
  assert(tx.by, 'somebody draws letters')

  const { organisation } = found(await findProgramme(tx, lines[0]?.programme ?? ''))
  await insertBatch(tx, { id, organisation, card, drawnBy: tx.by }, lines)
  return { batch: id }
}
