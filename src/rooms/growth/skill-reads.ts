import { sql } from 'kysely'
import { gone, type Keys, keysOf } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type Assessment, type Level, limits } from './growth.ts'

/** A skill of one of the two: a topic's key or a text of their own, and what both said of it, the earliest first. */
export type Skill = { id: string; partnership: string; person: string; text: string; assessments: readonly Assessment[] }
type SkillRow = Omit<Skill, 'assessments' | 'text'> & { sealed: Uint8Array }
type AssessmentRow = Omit<Assessment, 'level' | 'note'> & { id: string; skill: string; level: number; sealed: Uint8Array | null }

/** The skills of both, one after the other as they were named. */
export async function skillsOf(db: Db, partnership: string): Promise<Skill[]> {
  const rows = await skillRows(db)
    .where('partnership', '=', partnership)
    .limit(2 * limits.skillsMax)
    .execute()
  return withAssessments(db, rows)
}

export async function findSkill(db: Db, id: string): Promise<Skill | undefined> {
  if (!isId(id)) return undefined
  return (await withAssessments(db, await skillRows(db).where('id', '=', id).execute()))[0]
}

/** Somebody's own skills, of every partnership. */
export async function skillsOfPerson(db: Db, person: string): Promise<Skill[]> {
  const rows = await skillRows(db).where('person', '=', person).limit(limits.portfolioItemsMax).execute()
  return withAssessments(db, rows)
}

const skillRows = (db: Db) => db.selectFrom('skills').select(['id', 'partnership', 'person', 'sealed']).orderBy('madeAt').orderBy('id')

async function withAssessments(db: Db, skills: readonly SkillRow[]): Promise<Skill[]> {
  const ids = skills.map(({ id }) => id)
  const { rows } = await sql<AssessmentRow>`
    select id, skill, by, at, level, sealed from (
      select a.*, row_number() over (partition by skill order by at desc, id desc) as nth
      from skill_assessments a where skill = any(${ids}::uuid[])) as a
    where nth <= ${limits.assessmentsReadMax} order by at, id`.execute(db)
  const keys = await keysOf(
    db,
    'partnership',
    skills.map(({ partnership }) => partnership),
  )
  return skills.map(({ sealed, ...skill }) => {
    const own = keys.get(skill.partnership)
    const text = own?.open<{ text: string }>({ kind: 'skill', item: skill.id, author: skill.person }, sealed).text ?? gone
    const assessments = rows.filter((row) => row.skill === skill.id).map((row) => assessmentFrom(own, row))
    return { ...skill, text, assessments }
  })
}

function assessmentFrom(keys: Keys | undefined, { id, by, at, level, sealed }: AssessmentRow): Assessment {
  const place = { kind: 'assessment', item: id, author: by }
  const note = sealed === null ? null : (keys?.open<{ note: string }>(place, sealed).note ?? gone)
  return { by, at, level: level as Level, note }
}
