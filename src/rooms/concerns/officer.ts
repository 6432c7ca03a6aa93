import type { Db } from '#ground/db'
import { missing } from '#ground/refusal'

/** Who acts, as a person: an officer's deed is never the house's. */
export function officerOf(db: Db): string {
  return db.by ?? missing()
}
