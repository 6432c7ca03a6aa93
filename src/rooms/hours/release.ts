import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { balanceIn, isDone, legOn, mustBeMinutes, openBooks, openDay } from './books.ts'
import { findEntry } from './reads.ts'
import { linesIn, ruleOf } from './reserve.ts'
import { givenBack, mustBeOpen } from './spend.ts'
import { post } from './writes.ts'

export type Release = {
  id: string
  reservation: string
  day: Temporal.PlainDate
  reason: string
  /** Minutes that the holder loses for having cancelled late. */
  lostMinutes?: number
  /** What a coach is paid for having stood by, from the programme's own budget. */
  standby?: { coach: string; amount: bigint }
}

/** Gives every funder back what was reserved of it, and the holder their minutes. Refuses `hours.resolved`. The same id twice is one. */
export async function release(tx: Tx, asked: Release): Promise<void> {
  await giveBack(tx, asked, 'release')
}

/** The same, of what nobody resolved in its time. */
export async function expire(tx: Tx, asked: Release): Promise<void> {
  await giveBack(tx, asked, 'expire')
}

async function giveBack(tx: Tx, asked: Release, kind: 'release' | 'expire'): Promise<void> {
  const reservation = found(await findEntry(tx, asked.reservation))
  assert(reservation.kind === 'reserve' && reservation.holder, 'a reservation has a holder')
  const { bank, holder, cause } = reservation
  const books = await openBooks(tx, bank, { holder, id: asked.id })
  if (isDone(books, asked)) return
  await mustBeOpen(tx, asked.reservation)
  if (asked.lostMinutes) mustBeMinutes(asked.lostMinutes)

  const held = ruleOf(reservation).pieces.reduce((sum, { minutes }) => sum + minutes, 0)
  const lost = Math.min(asked.lostMinutes ?? 0, held)
  const { funders } = books
  const legs = [
    ...(await givenBack(tx, books, { funders, holder, reserved: await linesIn(tx, reservation), lines: [] })),
    await legOn(tx, books, BigInt(-held), 'held', { holder }),
    await legOn(tx, books, BigInt(held - lost), 'allotted', { holder }),
    await legOn(tx, books, BigInt(lost), 'lost', { holder }),
  ]
  const standby = asked.standby
  if (standby && standby.amount > 0n) {
    const budget = funders.find((funder) => funder.kind === 'budget')
    if (!budget || balanceIn(books, 'cash', { funder: budget.id }) < standby.amount) refuse('hours.noBudget')
    legs.push(await legOn(tx, books, -standby.amount, 'cash', { funder: budget.id }))
    legs.push(await legOn(tx, books, standby.amount, 'spent', { funder: budget.id }))
    legs.push(await legOn(tx, books, standby.amount, 'delivered'))
    legs.push(await legOn(tx, books, -standby.amount, 'payable', { holder: standby.coach }))
  }
  const { day, reference } = openDay(books, asked.day)
  await post(tx, {
    id: asked.id,
    bank,
    kind,
    day,
    cause,
    holder,
    reference,
    reason: asked.reason,
    resolves: asked.reservation,
    asked,
    legs,
  })
}
