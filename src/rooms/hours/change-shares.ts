import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { isClosed, openBooks } from './books.ts'
import { shareSetById, shareSetsOf } from './share-reads.ts'
import { insertAgreement, insertBand, insertShareSet } from './writes.ts'

export type ProposeShares = {
  id: string
  bank: string
  fromDay: Temporal.PlainDate
  /** From so many used minutes on, each funder's basis points; those of a band add up to 10,000. */
  bands: readonly { fromMinutes: number; shares: readonly { funder: string; basisPoints: number }[] }[]
}

/** Proposes who pays which part from a day on; it holds once a second person agrees, and never for what is booked. */
export async function proposeShares(tx: Tx, asked: ProposeShares): Promise<{ bank: string }> {
  const { bank, funders, closedThrough } = await openBooks(tx, asked.bank)
  if (await shareSetById(tx, asked.id)) return { bank: bank.id }
  if (isClosed(closedThrough, asked.fromDay)) refuse('hours.closed', { day: String(closedThrough) })
  const sharing = funders.filter(({ kind }) => kind !== 'budget').map(({ id }) => id)
  for (const { shares } of asked.bands) if (shares.some(({ funder }) => !sharing.includes(funder))) refuse('hours.noShare')
  if (!areWhole(asked.bands)) refuse('hours.sharesNotWhole')

  const position = (await shareSetsOf(tx, bank.id)).length + 1
  await insertShareSet(tx, { id: asked.id, bank: bank.id, position, fromDay: asked.fromDay })
  for (const band of asked.bands) await insertBand(tx, asked.id, band)
  await tx.note('shares.proposed', asked.id, bank)
  return { bank: bank.id }
}

/** Whether the shares of each band are whole basis points above nothing that add up to all of it, of each funder once. */
export function areWhole(bands: ProposeShares['bands']): boolean {
  const starts = new Set(bands.map(({ fromMinutes }) => fromMinutes))
  const isWhole = ({ shares }: ProposeShares['bands'][number]) =>
    shares.every(({ basisPoints }) => Number.isInteger(basisPoints) && basisPoints > 0) &&
    new Set(shares.map(({ funder }) => funder)).size === shares.length &&
    shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0) === 10_000
  return bands.length > 0 && starts.size === bands.length && bands.every(isWhole)
}

export type DecideShares = { shareSet: string; agrees: boolean }

/** A second person agrees to proposed shares, or does not. Refuses `hours.secondPerson` and `hours.decided`. */
export async function decideShares(tx: Tx, { shareSet, agrees }: DecideShares): Promise<{ bank: string }> {
  const { bank } = await openBooks(tx, found(await shareSetById(tx, shareSet)).bank)
  // Read once the bank is held: somebody else may have decided while we waited for it.
  const set = found(await shareSetById(tx, shareSet))
  if (set.position === 1) refuse('hours.decided')
  if (set.by === tx.by) refuse('hours.secondPerson')
  if (set.agreed !== null) return set.agreed === agrees ? { bank: bank.id } : refuse('hours.decided')

  await insertAgreement(tx, shareSet, agrees)
  await tx.note(agrees ? 'shares.agreed' : 'shares.declined', shareSet, bank)
  return { bank: bank.id }
}
