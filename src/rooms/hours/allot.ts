import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { balanceIn, isDone, legOn, mustBeMinutes, openBooks, openDay } from './books.ts'
import { insertDrawers, post } from './writes.ts'

export type Allot = {
  id: string
  bank: string
  holder: string
  /** From the bank's pool to the holder; below zero, what is unused goes back. */
  minutes: number
  day: Temporal.PlainDate
  cause?: string
  /** Who may draw: the client's people and the coach. */
  people?: readonly string[]
}

/** Gives a holder minutes of the bank, or takes unused ones back. Refuses `hours.poolShort` and `hours.minutesShort`. Twice is once. */
export async function allot(tx: Tx, asked: Allot): Promise<void> {
  const { id, bank, holder, minutes, people = [], cause = '' } = asked
  const books = await openBooks(tx, bank, { holder, id })
  mustCoordinate(tx, books.bank.programme)
  if (isDone(books, asked)) return
  mustBeMinutes(Math.abs(minutes))
  const left = balanceIn(books, 'pool')
  if (minutes > 0 && left < BigInt(minutes)) refuse('hours.poolShort', { left: Number(left), asked: minutes })
  const theirs = Number(balanceIn(books, 'allotted', { holder }))
  if (minutes < 0 && theirs < -minutes) refuse('hours.minutesShort', { left: theirs, asked: -minutes })

  await insertDrawers(tx, bank, holder, people, true)
  const legs = [await legOn(tx, books, BigInt(-minutes), 'pool'), await legOn(tx, books, BigInt(minutes), 'allotted', { holder })]
  const { day } = openDay(books, asked.day)
  await post(tx, { id, bank, kind: 'allot', day, cause, holder, asked, legs })
  await tx.note('hours.allotted', id, books.bank)
}

/** Says who may draw for a holder from now on, and who may no longer. */
export async function changeDrawers(
  tx: Tx,
  { bank, holder, add, end }: { bank: string; holder: string; add: string[]; end: string[] },
): Promise<void> {
  await openBooks(tx, bank)
  await insertDrawers(tx, bank, holder, add, true)
  await insertDrawers(tx, bank, holder, end, false)
}
