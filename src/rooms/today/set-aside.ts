import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findImport } from '#people/import-reads'
import { findProgramme } from '#programmes/reads'
import { type CardKind, limits } from './card.ts'
import { cardsOf } from './card-reads.ts'
import { insertSetAside } from './today-writes.ts'

export type SetAside = { id: string; card: CardKind; subject: string; days: number }

/** A row of a card needs nothing for so many days: it was talked over, or it can wait. What somebody else decided meanwhile stays so. */
export async function setAside(tx: Tx, { id, card, subject, days }: SetAside): Promise<{ card: CardKind }> {
  if (days > limits.setAsideDaysMax) refuse('today.asideLong', { max: limits.setAsideDaysMax })
  const row = (await cardsOf(tx, tx.scope)).find(({ kind }) => kind === card)?.rows.find((one) => one.subject === subject)
  if (row === undefined) return { card }
  assert(tx.by, 'somebody decides')

  const organisation = row.programme
    ? found(await findProgramme(tx, row.programme)).organisation
    : found(await findImport(tx, subject)).organisation
  const until = tx.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days })
  await insertSetAside(tx, { id, organisation, programme: row.programme, card, subject, until, by: tx.by })
  await tx.note('card.set-aside', subject, { organisation, programme: row.programme }, { card, days })
  return { card }
}
