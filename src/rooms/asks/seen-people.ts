import type { Db } from '#ground/db'
import type { Say } from '#ground/words'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { type Clause, sayClauses } from '#partnerships/reason-words'
import { pathwayOf } from '#programmes/pathway-reads'
import { limits } from './ask.ts'
import { type Ask, peopleToAsk } from './reads.ts'
import { timesFor } from './times.ts'

/** Somebody to ask, as the asker sees them: who, why, and when both have time. */
export type SeenPerson = { person: string; who: Correspondent; reasons: readonly Clause[]; times: readonly Temporal.Instant[] }

export async function seenPeople(db: Db, ask: Ask): Promise<SeenPerson[]> {
  const people = await peopleToAsk(db, ask.id)
  const known = await correspondentsOf(
    db,
    people.map(({ person }) => person),
  )
  const { minutes } = (await pathwayOf(db, ask.programme)).meetings
  const seen = people.map(async ({ person, reasons }) => {
    const who = known.get(person)
    const times = (await timesFor(db, [ask.asker, person], minutes)).slice(0, limits.timesShownMax)
    return who === undefined ? [] : [{ person, who, reasons, times }]
  })
  return (await Promise.all(seen)).flat()
}

/** Why somebody, in one sentence, said to the asker or to who is asked. */
export function sayWhy(say: Say, reasons: readonly Clause[], reader: 'asker' | 'asked'): string {
  return sayClauses(
    say,
    reasons.map(({ key, facts }) => ({ key, facts: { ...facts, reader } })),
  )
}

/** Where somebody works, in a line. */
export const placeOf = ({ jobTitle, unit }: Correspondent) => [jobTitle, unit].filter(Boolean).join(' · ')
