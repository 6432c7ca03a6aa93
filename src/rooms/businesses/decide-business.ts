import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import type { Decision } from './business.ts'
import { findBusiness } from './reads.ts'
import { insertDecision, insertLikeness } from './writes.ts'

export type DecideBusiness = { id: string; business: string; decision: Decision; reason: string }

/** A person says whether a business is coached, and why where it is not. The same id twice is one decision. */
export async function decideBusiness(tx: Tx, asked: DecideBusiness): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  mustCoordinate(tx, business.programme)
  if (asked.decision !== 'eligible' && asked.reason === '') refuse('businesses.reason')

  if (await insertDecision(tx, asked)) await tx.note(`business.${asked.decision}`, business.id, business)
  return { business: business.id }
}

export type TellLikeness = { id: string; business: string; other: string; same: boolean }

/** A person says whether two businesses that look alike are the same one; nothing is refused by machine. */
export async function tellLikeness(tx: Tx, asked: TellLikeness): Promise<{ business: string }> {
  const [business, other] = [found(await findBusiness(tx, asked.business)), found(await findBusiness(tx, asked.other))]
  mustCoordinate(tx, business.programme)
  if (business.programme !== other.programme || business.id === other.id) refuse('businesses.notAlike')

  if (await insertLikeness(tx, asked)) await tx.note('business.compared', business.id, business)
  return { business: business.id }
}
