import type { Tx } from '#ground/db'

type NewLink = { id: string; funder: string; tokenHash: Uint8Array; until: Temporal.Instant; by: string }

export async function insertLink(tx: Tx, link: NewLink): Promise<boolean> {
  const added = await tx
    .insertInto('funderLinks')
    .values({ ...link, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertLinkEnd(tx: Tx, link: string, by: string): Promise<void> {
  await tx
    .insertInto('funderLinkEnds')
    .values({ link, at: tx.now, by })
    .onConflict((on) => on.doNothing())
    .execute()
}
