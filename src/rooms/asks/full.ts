import type { Db } from '#ground/db'

/** Who of these has said that they are full at present. */
export async function fullAmong(_db: Db, _people: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set()
}
