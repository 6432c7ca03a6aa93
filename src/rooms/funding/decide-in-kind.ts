import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { giveInKind } from '#hours/deposit'
import { coordinatedBank } from './coordinated.ts'
import { limits } from './funding.ts'
import { findContribution } from './reads.ts'
import { insertDecision } from './writes.ts'

export type DecideInKind = { contribution: string; agreed: boolean }

/**
 * A second person agrees that something given in kind counts at its value, or does not. Refuses `funding.secondPerson` to who valued it,
 * and `funding.decided` where it was decided otherwise. It is entered in its own column, and pays nobody.
 */
export async function decideInKind(tx: Tx, { contribution: id, agreed }: DecideInKind): Promise<{ funder: string }> {
  const contribution = found(await findContribution(tx, id))
  const bank = await coordinatedBank(tx, contribution.bank)
  assert(tx.by, 'a person decides')
  const { funder, amount, givenOn, description, method } = contribution
  if (contribution.by === tx.by) refuse('funding.secondPerson')
  if (contribution.agreed !== null) return contribution.agreed === agreed ? { funder } : refuse('funding.decided')

  const isNew = await insertDecision(tx, { contribution: id, agreed, by: tx.by })
  if (!isNew) refuse('funding.decided')
  const said = { reference: [...description].slice(0, limits.referenceCharsMax).join(''), reason: method }
  if (agreed) await giveInKind(tx, { id, bank: bank.id, funder, amount, day: givenOn, ...said })
  else await tx.note('in-kind.refused', id, bank)
  return { funder }
}
