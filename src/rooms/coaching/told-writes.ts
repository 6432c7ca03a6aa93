import type { Tx } from '#ground/db'
import type { Told } from './coaching.ts'

/** Keeps what a client told beside a confirmation; nothing where they told nothing. */
export async function insertTold(
  tx: Tx,
  { useful, askedForMoney, ...of }: Told & { confirmation: string; meeting: string },
): Promise<void> {
  if (useful === null && askedForMoney === null) return
  await tx
    .insertInto('coachingTold')
    .values({ ...of, useful, askedForMoney, at: tx.now, by: tx.by })
    .execute()
}
