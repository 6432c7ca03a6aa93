import type { Tx } from '#ground/db'
import { openBooks } from './books.ts'
import { termsVersion } from './share-reads.ts'
import { keptTerms, type Terms } from './terms.ts'
import { insertTerms } from './writes.ts'

export type ChangeTerms = { id: string; bank: string; terms: Terms }

/** Writes a new version of the bank's rules; what is booked keeps its price, and nothing that was decided is decided anew. */
export async function changeTerms(tx: Tx, { id, bank, terms }: ChangeTerms): Promise<{ bank: string }> {
  const books = await openBooks(tx, bank)
  const latest = await termsVersion(tx, bank)
  if (latest.id === id) return { bank }
  await insertTerms(tx, { id, bank, version: latest.version + 1, terms: keptTerms(terms), dueMax: terms.dueMax })
  await tx.note('bank.rules-changed', id, books.bank)
  return { bank }
}
