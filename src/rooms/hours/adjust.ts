import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { type Books, balanceIn, funderIn, isDone, legOn, openBooks, openDay, today } from './books.ts'
import { legsFrom, linesOf, tidyLegs } from './entry.ts'
import { adjustmentById } from './share-reads.ts'
import { insertAdjustment, insertAdjustmentRefusal, post } from './writes.ts'

export type ProposeAdjustment = {
  id: string
  bank: string
  /** Between the cash of two funders, or from outside into one's or out of it. */
  from: string | null
  to: string | null
  amount: bigint
  reason: string
}

/** Proposes a correction that no other deed makes; it counts once a second person agrees. The same id twice is one. */
export async function proposeAdjustment(tx: Tx, asked: ProposeAdjustment): Promise<void> {
  const { id, bank, from, to, amount, reason } = asked
  assert(tx.by, 'a person proposes')
  const books = await openBooks(tx, bank)
  if (amount <= 0n || from === to) refuse('hours.nothing')
  for (const funder of [from, to]) if (funder !== null && funderIn(books, funder).kind === 'client') refuse('hours.adjustClient')
  if (from !== null && balanceIn(books, 'cash', { funder: from }) < amount) refuse('hours.adjustShort')

  const legs = [await side(tx, books, from, to, -amount), await side(tx, books, to, from, amount)]
  const isNew = await insertAdjustment(tx, { id, bank, lines: linesOf(tidyLegs(legs)), reason, day: today(tx), by: tx.by })
  if (isNew) await tx.note('adjustment.proposed', id, books.bank)
}

/** A side of the correction: a funder's cash, or for outside what the other one has brought in. */
async function side(tx: Tx, books: Books, funder: string | null, other: string | null, amount: bigint) {
  return funder === null ? legOn(tx, books, amount, 'from', { funder: other }) : legOn(tx, books, amount, 'cash', { funder })
}

export type DecideAdjustment = { id: string; adjustment: string; agrees: boolean }

/** A second person agrees to a correction, or does not. Refuses `hours.secondPerson`, `hours.decided` and `hours.adjustShort`. */
export async function decideAdjustment(tx: Tx, asked: DecideAdjustment): Promise<{ bank: string }> {
  const { id, adjustment, agrees } = asked
  const { bank } = found(await adjustmentById(tx, adjustment))
  const books = await openBooks(tx, bank, { id })
  // Read once the bank is held: somebody else may have decided while we waited for it.
  const proposed = found(await adjustmentById(tx, adjustment))
  if (isDone(books, asked)) return { bank }
  assert(tx.by, 'a person decides')
  if (proposed.by === tx.by) refuse('hours.secondPerson')
  if (proposed.decision !== null) return proposed.decision === agrees ? { bank } : refuse('hours.decided')
  if (!agrees) {
    await insertAdjustmentRefusal(tx, adjustment, tx.by)
    return { bank }
  }

  const legs = legsFrom(proposed.lines)
  const cash = [...books.accounts.values()]
  const isShort = legs.some(({ account, amount }) => {
    const of = cash.find((one) => one.id === account)
    return of?.kind === 'cash' && of.balance + amount < 0n
  })
  if (isShort) refuse('hours.adjustShort')
  const { day, reference } = openDay(books, proposed.day)
  await post(tx, { id, bank, kind: 'adjust', day, cause: `adjustment:${adjustment}`, reference, reason: proposed.reason, asked, legs })
  await tx.note('adjustment.agreed', adjustment, books.bank)
  return { bank }
}
