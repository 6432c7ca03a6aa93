import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { coordinatedFunder, mustNotBeClients } from './coordinated.ts'
import { type Money, mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { findContribution } from './reads.ts'
import { mustHaveRoom } from './room-left.ts'
import { insertContribution } from './writes.ts'

export type OfferInKind = Looked<Money & { id: string; funder: string; description: string; method: string; givenOn: Temporal.PlainDate }>

/** Notes what a funder gave otherwise than in money, and by which method it is valued. It counts once a second person agrees. */
export async function offerInKind(tx: Tx, asked: OfferInKind): Promise<{ funder: string }> {
  const { id, currency, amount, description, method, givenOn } = asked
  assert(tx.by, 'a person values it')
  const { bank, funder } = await coordinatedFunder(tx, asked.funder)
  mustNotBeClients(funder)
  if (currency !== bank.currency) refuse('funding.currency', { currency: bank.currency })
  mustBeOver(givenOn, tx.now)
  await mustHaveRoom(tx, bank.id, amount)

  const isNew = await insertContribution(tx, { id, bank: bank.id, funder: funder.id, description, method, amount, givenOn, by: tx.by })
  if (isNew) await tx.note('in-kind.offered', id, bank)
  else if ((await findContribution(tx, id))?.amount !== amount) refuse('funding.another')
  mustBeLookedOver(asked)
  return { funder: funder.id }
}
