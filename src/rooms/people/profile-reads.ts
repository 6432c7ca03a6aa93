import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { fold } from '#ground/fold'
import type { FreeSpan, Profile } from './person.ts'

type Row = Omit<Profile, 'freeHours'> & { id: string; freeHours: FreeSpan[] | null }

const foundMax = 20

const profileColumns = sql`p.id, p.code, p.full_name, p.name_latin, p.called_name, p.language, p.calendar, p.zone, p.unit, p.job_title,
  p.grade, p.grade_level, p.line_manager_code, p.country, p.field, p.languages, p.can_help_with, p.wants_help_with, p.free_hours, p.about,
  (select min(address) from contacts c where c.person = p.id and c.kind = 'email') as email,
  (select min(address) from contacts c where c.person = p.id and c.kind = 'phone') as phone`

/** Profiles by person; those behind the walls are left out, and contacts only where the walls show them. */
export async function profilesOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, Profile>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<Row>`select ${profileColumns} from people p where p.id = any(${people}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...profile }) => [id, profile]))
}

export type FoundPerson = { id: string; organisation: string; code: string; fullName: string; unit: string | null; jobTitle: string | null }

const foundColumns = ['id', 'organisation', 'code', 'fullName', 'unit', 'jobTitle'] as const

/** Whom a code names in an organisation, in any case and any digits; null when nobody. */
export async function personByCode(db: Db, organisation: string, code: string): Promise<FoundPerson | undefined> {
  return db
    .selectFrom('people')
    .select(foundColumns)
    .where('organisation', '=', organisation)
    .where((eb) => eb(eb.fn('lower', ['code']), '=', fold(code)))
    .executeTakeFirst()
}

/** People of an organisation whose name, code or address holds all the words asked for. */
export async function findPeople(db: Db, organisation: string, asked: string): Promise<FoundPerson[]> {
  const words = fold(asked).split(' ').filter(Boolean).slice(0, 6)
  if (words.length === 0) return []
  return db
    .selectFrom('people')
    .select(foundColumns)
    .where('organisation', '=', organisation)
    .where((eb) => eb.and(words.map((word) => eb('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`))))
    .orderBy('fullName')
    .limit(foundMax)
    .execute()
}

export type Brought = { person: string; side: 'mentor' | 'mentee' | 'both' | null; capacity: number | null; alike: string[] }

/** Whom an import brought or found, with the side and the places its sheet said. */
export async function peopleOfImport(db: Db, id: string): Promise<Brought[]> {
  const rows = await db
    .selectFrom('importPeople')
    .select(['person', 'side', 'capacity', 'alike'])
    .where('import', '=', id)
    .orderBy('person')
    .execute()
  return rows.map((row) => ({ ...row, side: row.side as Brought['side'] }))
}

/** The completed imports of an organisation, for choosing whom to enrol; the newest first. */
export async function completedImports(
  db: Db,
  organisation: string,
): Promise<{ id: string; fileName: string; at: Temporal.Instant; people: number }[]> {
  const rows = await db
    .selectFrom('imports')
    .innerJoin('importCompletions', 'importCompletions.import', 'imports.id')
    .select(['imports.id', 'fileName', 'importCompletions.at'])
    .select((eb) =>
      eb
        .selectFrom('importPeople')
        .select(({ fn }) => fn.countAll<bigint>().as('n'))
        .whereRef('import', '=', 'imports.id')
        .as('people'),
    )
    .where('organisation', '=', organisation)
    .orderBy('importCompletions.at', 'desc')
    .limit(foundMax)
    .execute()
  return rows.map((row) => ({ ...row, people: Number(row.people ?? 0n) }))
}
