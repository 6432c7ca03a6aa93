import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { receivedEver } from './figures.ts'
import { limits, mustFit } from './funding.ts'

/** Refuses `funding.tooLarge` where an amount, or with it all that the bank took in, is more than the books hold exactly. */
export async function mustHaveRoom(db: Db, bank: string, amount: bigint): Promise<void> {
  mustFit(amount)
  if ((await receivedEver(db, bank)) + amount > limits.receivedMax) refuse('funding.tooLarge')
}
