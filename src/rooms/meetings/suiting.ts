import type { Db } from '#ground/db'

export type Suiting = { times: readonly Temporal.Instant[]; nearest: readonly { at: Temporal.Instant; suits: readonly string[] }[] }

/** The next times that suit both, within four weeks; where there is none, the nearest compromises. */
export async function suitingTimes(_db: Db, _people: readonly string[], _minutes: number): Promise<Suiting> {
  return { times: [], nearest: [] }
}
