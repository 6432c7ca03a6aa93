import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { ProgrammeFigures } from './programme.ts'

/** How many are in a programme, on which side, and for how many places the mentors have. */
export async function programmeFigures(db: Db, programme: string): Promise<ProgrammeFigures> {
  const { rows } = await sql<{ mentors: number; mentees: number; places: number; withdrawn: number }>`
    select count(*) filter (where side = 'mentor' and withdrawn_at is null)::int as mentors,
      count(*) filter (where side = 'mentee' and withdrawn_at is null)::int as mentees,
      coalesce(sum(capacity) filter (where side = 'mentor' and withdrawn_at is null), 0)::int as places,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn
    from enrolments where programme = ${programme}`.execute(db)
  return rows[0] ?? { mentors: 0, mentees: 0, places: 0, withdrawn: 0 }
}
