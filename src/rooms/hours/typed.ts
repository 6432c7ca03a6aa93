import { readAmount } from '#ground/amount'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { proposeAdjustment } from './adjust.ts'
import type { TypedAdjustment, TypedReverse, TypedTariff, TypedTerms } from './bank.form.ts'
import type { Bank } from './bank.ts'
import { today } from './books.ts'
import { changeTariff } from './change-tariff.ts'
import { changeTerms } from './change-terms.ts'
import { findBank, findEntry } from './reads.ts'
import { reverse } from './reverse.ts'

/** An amount as it was typed, in the digits of a bank's currency; refuses `hours.amount` where it cannot be read. */
export function amountIn(bank: Pick<Bank, 'minorDigits'>, text: string): bigint {
  const read = readAmount(text, bank.minorDigits)
  return typeof read === 'bigint' ? read : refuse('hours.amount')
}

async function keptBy(tx: Tx, id: string): Promise<Bank> {
  const bank = found(await findBank(tx, id))
  mustCoordinate(tx, bank.programme)
  return bank
}

export async function changeTypedTariff(tx: Tx, { perHour, ...asked }: TypedTariff): Promise<{ bank: string }> {
  const bank = await keptBy(tx, asked.bank)
  return changeTariff(tx, { ...asked, perHour: amountIn(bank, perHour) })
}

export async function changeTypedTerms(
  tx: Tx,
  { id, bank: which, numbers, dueMax, twoPersonsOver, dryRule, clientMayCover }: TypedTerms,
): Promise<{ bank: string }> {
  const bank = await keptBy(tx, which)
  const money = { dueMax: dueMax === null ? null : amountIn(bank, dueMax), twoPersonsOver: amountIn(bank, twoPersonsOver) }
  return changeTerms(tx, { id, bank: which, terms: { ...numbers, ...money, dryRule, clientMayCover } })
}

export async function proposeTypedAdjustment(tx: Tx, { amount, ...asked }: TypedAdjustment): Promise<void> {
  const bank = await keptBy(tx, asked.bank)
  await proposeAdjustment(tx, { ...asked, amount: amountIn(bank, amount) })
}

/** Reverses an entry today. Money that came in and corrections are reversed here; what a meeting did is amended at the meeting. */
export async function reverseToday(tx: Tx, asked: TypedReverse): Promise<void> {
  const entry = found(await findEntry(tx, asked.entry))
  await keptBy(tx, entry.bank)
  await reverse(tx, { ...asked, day: today(tx) })
}
