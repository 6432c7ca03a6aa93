import type { Db } from '#ground/db'
import type { Reader } from '#ground/words'
import { profilesOf } from '#people/profile-reads'

/** Somebody to name on a page and to write to. Contacts are null where the asker may not read them, or where there are none. */
export type Correspondent = {
  id: string
  code: string
  /** What they are called, else the whole name. */
  name: string
  fullName: string
  jobTitle: string | null
  unit: string | null
  email: string | null
  phone: string | null
  reader: Reader
}

/** People by their ids; whom the walls hide is not in the answer. */
export async function correspondentsOf(db: Db, ids: readonly string[]): Promise<Map<string, Correspondent>> {
  const profiles = await profilesOf(db, [...new Set(ids)])
  return new Map(
    [...profiles].map(([id, profile]) => {
      const { code, fullName, calledName, jobTitle, unit, email, phone, language, calendar, zone } = profile
      const reader = { language, calendar, zone }
      return [id, { id, code, name: calledName ?? fullName, fullName, jobTitle, unit, email, phone, reader }]
    }),
  )
}
