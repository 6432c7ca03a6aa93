import type { Business } from '#businesses/business'
import { businessesOfOwner } from '#businesses/reads'
import type { Db } from '#ground/db'
import { findPartnership, partnershipsOf } from '#partnerships/reads'

export type CoachOf = { partnership: string; coach: string; mentee: string }

/** Who coaches a business now: the mentor of an owner in its programme, in a pair that goes on; the latest where there are several. */
export async function coachOf(db: Db, { owners, programme }: Pick<Business, 'owners' | 'programme'>): Promise<CoachOf | undefined> {
  const coaches: CoachOf[] = []
  for (const { person } of owners) {
    if (person === null) continue
    for (const { id, partner, ...pair } of await partnershipsOf(db, person)) {
      const isTheirs = pair.programme === programme && pair.side === 'mentee' && pair.state === 'agreed'
      if (isTheirs) coaches.push({ partnership: id, coach: partner, mentee: person })
    }
  }
  return coaches.sort((one, other) => (one.partnership < other.partnership ? -1 : 1)).at(-1)
}

/** The businesses of a pair: those that its mentee owns in its programme. */
export async function businessesOfPair(db: Db, partnership: string): Promise<Business[]> {
  const pair = await findPartnership(db, partnership)
  if (pair === undefined) return []
  return (await businessesOfOwner(db, pair.mentee)).filter(({ programme }) => programme === pair.programme)
}

/** In the order in which businesses are counted: by their codes, B2 before B10. */
export function byCode(one: Pick<Business, 'code'> | undefined, other: Pick<Business, 'code'> | undefined): number {
  const [a, b] = [one?.code ?? '', other?.code ?? '']
  return a.length - b.length || (a < b ? -1 : 1)
}
