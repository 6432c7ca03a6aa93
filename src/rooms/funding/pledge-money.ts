import type { Tx } from '#ground/db'
import { pledge } from '#hours/deposit'
import { coordinatedFunder, mustNotBeClients } from './coordinated.ts'
import { type Money, mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { mustHaveRoom } from './room-left.ts'
import { insertPledge } from './writes.ts'

export type PledgeMoney = Looked<Money & { id: string; funder: string; saidOn: Temporal.PlainDate; reference: string }>

/** Notes what a funder says that it will give, in its own currency. It binds nobody, and nothing of it can be spent. Twice is once. */
export async function pledgeMoney(tx: Tx, asked: PledgeMoney): Promise<{ funder: string }> {
  const { id, currency, minorDigits, amount, saidOn, reference } = asked
  const { bank, funder } = await coordinatedFunder(tx, asked.funder)
  mustNotBeClients(funder)
  mustBeOver(saidOn, tx.now)
  await mustHaveRoom(tx, bank.id, amount)

  await pledge(tx, { id, bank: bank.id, funder: funder.id, currency, amount, day: saidOn, reference })
  await insertPledge(tx, { id, bank: bank.id, funder: funder.id, currency, minorDigits, amount, saidOn, reference })
  mustBeLookedOver(asked)
  return { funder: funder.id }
}
