import { fullUntil } from '#availability/full-reads'
import type { Db } from '#ground/db'

/** Who of these has said that they are full at present. */
export async function fullAmong(db: Db, people: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await fullUntil(db, people)).keys())
}
