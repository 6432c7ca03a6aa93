import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { coordinatedFunder, mustNotBeClients } from './coordinated.ts'
import { type Money, mustBeOver, mustFit } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { findCommitment } from './reads.ts'
import { insertCommitment } from './writes.ts'

export type SignCommitment = Looked<Money & { id: string; funder: string; signedOn: Temporal.PlainDate; reference: string }>

/** Notes what a funder has signed, under its reference. Refuses `funding.another` where the id is another's. Twice is once. */
export async function signCommitment(tx: Tx, asked: SignCommitment): Promise<{ funder: string }> {
  const { id, currency, minorDigits, amount, signedOn, reference } = asked
  const { bank, funder } = await coordinatedFunder(tx, asked.funder)
  mustNotBeClients(funder)
  mustBeOver(signedOn, tx.now)
  mustFit(amount)

  const isNew = await insertCommitment(tx, { id, bank: bank.id, funder: funder.id, currency, minorDigits, amount, signedOn, reference })
  if (isNew) await tx.note('commitment.signed', id, bank)
  else await mustBeSame(tx, asked)
  mustBeLookedOver(asked)
  return { funder: funder.id }
}

async function mustBeSame(tx: Tx, { id, funder, currency, amount, reference }: SignCommitment): Promise<void> {
  const kept = await findCommitment(tx, id)
  if (kept?.funder !== funder || kept.currency !== currency || kept.amount !== amount || kept.reference !== reference) {
    refuse('funding.another')
  }
}
