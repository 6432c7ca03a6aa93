import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { zoneOr } from '#ground/zone'
import type { FreeSpan } from '#people/person'
import type { PersonHours } from './free-spans.ts'
import { type HoursException, limits, officeWeek } from './week.ts'

type TimeRow = {
  person: string
  zone: string
  freeHours: FreeSpan[] | null
  restDays: number[]
  exceptions: { kind: HoursException['kind']; from: string; to: string; fromMinutes: number | null; toMinutes: number | null }[]
  busy: [from: number, until: number][]
}

/** When people have time, and nothing that they do with it; those whose time is not the asker's to know are left out. */
export async function hoursOf(
  db: Db,
  people: readonly string[],
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
): Promise<ReadonlyMap<string, PersonHours>> {
  const { rows } = await sql<TimeRow>`select * from scope.free_busy(${people}::uuid[], ${from}, ${until})`.execute(db)
  return new Map(rows.map((row) => [row.person, personHours(row)]))
}

function personHours({ person, zone, freeHours, restDays, exceptions, busy }: TimeRow): PersonHours {
  return {
    person,
    zone: zoneOr(zone),
    week: freeHours ?? officeWeek(restDays),
    exceptions: exceptions.map((one) => ({ ...one, from: Temporal.PlainDate.from(one.from), to: Temporal.PlainDate.from(one.to) })),
    busy: busy.map(([start, end]) => ({ from: start, until: end })),
  }
}

export type OwnException = HoursException & { id: string }

/** One's own exceptions that are not over, the nearest first. */
export async function exceptionsOf(db: Db, person: string, today: Temporal.PlainDate): Promise<OwnException[]> {
  const rows = await db
    .selectFrom('hoursExceptions as e')
    .leftJoin('hoursExceptionsTakenBack as b', 'b.exception', 'e.id')
    .select(['e.id', 'e.kind', 'e.fromDay', 'e.toDay', 'e.fromMinutes', 'e.toMinutes'])
    .where('e.person', '=', person)
    .where('e.toDay', '>=', today)
    .where('b.exception', 'is', null)
    .orderBy('e.fromDay')
    .orderBy('e.fromMinutes')
    .orderBy('e.id')
    .limit(limits.exceptionsAheadMax)
    .execute()
  return rows.map(({ fromDay: from, toDay: to, kind, ...row }) => ({ ...row, from, to, kind: kind as HoursException['kind'] }))
}

/** Whose exception it is, and its last day; undefined where it is not the asker's to see. */
export async function exceptionById(db: Db, id: string): Promise<{ person: string; to: Temporal.PlainDate } | undefined> {
  const row = await db.selectFrom('hoursExceptions').select(['person', 'toDay']).where('id', '=', id).executeTakeFirst()
  return row && { person: row.person, to: row.toDay }
}
