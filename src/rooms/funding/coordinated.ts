import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { found, refuse } from '#ground/refusal'
import type { Bank, Funder } from '#hours/bank'
import { findBank } from '#hours/reads'
import { findFunder } from '#hours/standing-reads'
import { mustCoordinate } from '#people/may'

/** The bank, for who coordinates its programme; to anybody else, who draws from it too, its money is not there. */
export async function coordinatedBank(db: Db, id: string): Promise<Bank> {
  const bank = found(isId(id) ? await findBank(db, id) : undefined)
  mustCoordinate(db, bank.programme)
  return bank
}

/** A funder with their bank, for who coordinates its programme. */
export async function coordinatedFunder(db: Db, id: string): Promise<{ bank: Bank; funder: Funder }> {
  const funder = found(await findFunder(db, id))
  return { bank: await coordinatedBank(db, funder.bank), funder }
}

/** Refuses `funding.clients` for the clients' own part, which each of them pays in small steps. */
export function mustNotBeClients({ kind }: Funder): void {
  if (kind === 'client') refuse('funding.clients')
}
