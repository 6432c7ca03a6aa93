import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import type { FunderKind } from './bank.ts'
import { legOn, openBooks } from './books.ts'
import { bankOf } from './reads.ts'
import { keptTerms, type Terms } from './terms.ts'
import { insertBand, insertBank, insertFunders, insertShareSet, insertTariff, insertTerms, post } from './writes.ts'

export type NewFunder = { name: string; kind: FunderKind; reportCurrency: string; basisPoints: number; coversPoints: number }
export type OpenBank = {
  id: string
  programme: string
  name: string
  currency: string
  minorDigits: number
  quantum: bigint
  stepMinutes: number
  minutesMin: number
  perHour: bigint
  fromDay: Temporal.PlainDate
  /** In the order in which they are named; a budget line has no share. */
  funders: readonly NewFunder[]
  /** Where shares fall: what each funder's are from so many used minutes on, in the order of the funders. */
  tiers: readonly { fromMinutes: number; basisPoints: readonly number[] }[]
  /** All the minutes that are to be allotted. */
  minutes: number
  terms: Terms
}

/** Opens the bank of a programme with its first tariff, shares and rules. Refuses `hours.oneBank`; the same id twice is one bank. */
export async function openBank(tx: Tx, asked: OpenBank): Promise<{ id: string; programme: string }> {
  mustCoordinate(tx, asked.programme)
  const programme = (await findProgramme(tx, asked.programme)) ?? refuse('hours.noProgramme')
  const there = await bankOf(tx, asked.programme)
  if (there) return there.id === asked.id ? { id: asked.id, programme: programme.id } : refuse('hours.oneBank')

  const { id, name, currency, minorDigits, quantum, stepMinutes, minutesMin } = asked
  const place = { organisation: programme.organisation, programme: programme.id }
  await insertBank(tx, { id, ...place, name, currency, minorDigits, quantum, stepMinutes, minutesMin })
  const funders = asked.funders.map((funder, at) => ({ ...funder, id: tx.newId(), position: at + 1 }))
  await insertFunders(
    tx,
    funders.map(({ basisPoints: _, ...funder }) => ({ ...funder, bank: id })),
  )
  await insertTariff(tx, { id: tx.newId(), bank: id, perHour: asked.perHour, fromDay: asked.fromDay })
  const shareSet = tx.newId()
  await insertShareSet(tx, { id: shareSet, bank: id, position: 1, fromDay: asked.fromDay })
  for (const { fromMinutes, basisPoints } of [
    { fromMinutes: 0, basisPoints: funders.map((funder) => funder.basisPoints) },
    ...asked.tiers,
  ]) {
    const shares = funders.flatMap((funder, at) =>
      (basisPoints[at] ?? 0) > 0 ? [{ funder: funder.id, basisPoints: basisPoints[at] ?? 0 }] : [],
    )
    await insertBand(tx, shareSet, { fromMinutes, shares })
  }
  await insertTerms(tx, { id: tx.newId(), bank: id, version: 1, terms: keptTerms(asked.terms), dueMax: asked.terms.dueMax })
  await planMinutes(tx, { bank: id, minutes: asked.minutes, day: asked.fromDay })
  await tx.note('bank.opened', id, place)
  return { id, programme: programme.id }
}

async function planMinutes(tx: Tx, { bank, minutes, day }: { bank: string; minutes: number; day: Temporal.PlainDate }): Promise<void> {
  const books = await openBooks(tx, bank)
  const legs = [await legOn(tx, books, BigInt(-minutes), 'planned'), await legOn(tx, books, BigInt(minutes), 'pool')]
  await post(tx, { id: tx.newId(), bank, kind: 'allot', day, cause: 'plan', asked: { minutes }, legs })
}
