import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { holdReference } from './reads.ts'

/** Looks whether a code opens anything, before its page is asked for. Refuses `concerns.noSuchCode`, the same for any that does not. */
export async function openConcern(db: Db, { reference }: { reference: string }): Promise<void> {
  if ((await holdReference(db, reference)) === null) refuse('concerns.noSuchCode')
}
