import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { FreeSpan } from '#people/person'
import { limits } from './ask.ts'

/** A mentor of the ask's programme who offers one of its topics, as far as choosing needs it. */
export type AskMentor = {
  enrolment: string
  person: string
  organisation: string
  capacity: number
  offers: string[]
  code: string
  fullName: string
  calledName: string | null
  unit: string | null
  jobTitle: string | null
  grade: string | null
  gradeLevel: number | null
  country: string | null
  field: string | null
  languages: string[]
  freeHours: FreeSpan[] | null
  zone: string
  /** Codes of the line of management, the next one first. */
  line: string[]
  openAsks: number
}

/** Told to the asker alone; those who must not meet the asker are not among them. */
export async function askMentors(db: Db, ask: string): Promise<AskMentor[]> {
  const { rows } = await sql<AskMentor>`select * from scope.ask_mentors(${ask}, ${limits.mentorsLookedAtMax})`.execute(db)
  return rows
}

/** Codes of the asker's line of management, the next one first. */
export async function askerLine(db: Db, ask: string): Promise<string[]> {
  const { rows } = await sql<{ line: string[] | null }>`select scope.ask_line(${ask}) as line`.execute(db)
  return rows[0]?.line ?? []
}

/** Marks of what they and the asker told of themselves, to be compared under this salt and never read; by person. */
export async function askMarks(db: Db, ask: string, salt: string): Promise<Map<string, Record<string, string>>> {
  const { rows } = await sql<{ person: string; attribute: string; marks: string | null }>`
    select person, attribute, marks from scope.ask_marks(${ask}, ${salt})`.execute(db)
  const marks = new Map<string, Record<string, string>>()
  for (const row of rows) if (row.marks !== null) marks.set(row.person, { ...marks.get(row.person), [row.attribute]: row.marks })
  return marks
}
