import { type SqlBool, sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { fold } from '#ground/fold'
import { isId } from '#ground/form'
import { placeOfAttribute } from './attribute-marks.ts'
import type { Attribute } from './person.ts'

export const listLimits = { peopleAPageMax: 40, wordsMax: 6, sheetRowsMax: 100_000 } as const

export type PersonInList = {
  id: string
  code: string
  fullName: string
  calledName: string | null
  unit: string | null
  jobTitle: string | null
  grade: string | null
  email: string | null
}

/** All words asked for, in any case and form, anywhere in name, code, address or telephone. */
function wanted(asked: string) {
  const words = fold(asked).split(' ').filter(Boolean).slice(0, listLimits.wordsMax)
  const like = words.map((word) => sql<SqlBool>`search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  return like.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(like, sql` and `)}`
}

export async function countPeople(db: Db, organisation: string, asked: string): Promise<number> {
  const { count } = await db
    .selectFrom('people')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organisation', '=', organisation)
    .where(wanted(asked))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One page of an organisation's people, by name. */
export async function peopleIn(db: Db, organisation: string, asked: string, page: number): Promise<PersonInList[]> {
  return db
    .selectFrom('people')
    .select(['id', 'code', 'fullName', 'calledName', 'unit', 'jobTitle', 'grade'])
    .select(sql<string | null>`(select min(address) from contacts c where c.person = people.id and c.kind = 'email')`.as('email'))
    .where('organisation', '=', organisation)
    .where(wanted(asked))
    .orderBy('fullName')
    .orderBy('id')
    .limit(listLimits.peopleAPageMax)
    .offset((page - 1) * listLimits.peopleAPageMax)
    .execute()
}

/** The ids of all whom the words find, by name. */
export async function idsIn(db: Db, organisation: string, asked: string): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('organisation', '=', organisation)
    .where(wanted(asked))
    .orderBy('fullName')
    .orderBy('id')
    .limit(listLimits.sheetRowsMax)
    .execute()
  return rows.map(({ id }) => id)
}

/** Where a person belongs; undefined behind the walls. */
export async function placeOf(db: Db, person: string): Promise<{ organisation: string } | undefined> {
  if (!isId(person)) return undefined
  return db.selectFrom('people').select('organisation').where('id', '=', person).executeTakeFirst()
}

/** What oneself told, and nobody else may read. */
export async function myAttributes(db: Db, person: string): Promise<Partial<Record<Attribute, string>>> {
  const rows = await db
    .selectFrom('attributes')
    .innerJoin('people', 'people.id', 'attributes.person')
    .select(['attribute', 'sealed', 'organisation', 'givenBy'])
    .where('person', '=', person)
    .execute()
  const organisation = rows[0]?.organisation
  if (organisation === undefined) return {}
  const own = await findKeys(db, { kind: 'person', id: person })
  const shared = await findKeys(db, { kind: 'attributes', id: organisation })
  return Object.fromEntries(
    rows.flatMap(({ attribute, sealed, givenBy }) => {
      const keys = givenBy === person ? own : shared
      return keys ? [[attribute, keys.open<{ value: string }>(placeOfAttribute(person, attribute), sealed).value]] : []
    }),
  )
}

/** How a programme compares what people told: two must be alike, are better alike or different, or it asks people for their own wish. */
export type AttributeUse = { programme: string; uses: ('required' | 'alike' | 'different' | 'wish')[] }

/** Which attributes the programmes that one is in compare, and how each does; asked by oneself. */
export async function attributesAsked(db: Db): Promise<ReadonlyMap<string, AttributeUse[]>> {
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const { rows } = await sql<AttributeUse & { attribute: string }>`
    select attribute, programme, uses from scope.attributes_asked(${today}::date)`.execute(db)
  return Map.groupBy(rows, ({ attribute }) => attribute)
}

export type ToldAttribute = { attribute: Attribute; givenAt: Temporal.Instant; givenBy: string | null }

/** What was told of oneself, when, and by whom; not opened. */
export async function toldAttributes(db: Db, person: string): Promise<ToldAttribute[]> {
  const rows = await db
    .selectFrom('attributes')
    .select(['attribute', 'givenAt', 'givenBy'])
    .where('person', '=', person)
    .orderBy('givenAt')
    .orderBy('attribute')
    .execute()
  return rows.map((row) => ({ ...row, attribute: row.attribute as Attribute }))
}

/** When one took back what one had told. */
export async function takenBack(db: Db, person: string): Promise<{ attribute: Attribute; at: Temporal.Instant }[]> {
  const rows = await db.selectFrom('attributesTakenBack').select(['attribute', 'at']).where('person', '=', person).orderBy('at').execute()
  return rows.map(({ attribute, at }) => ({ attribute: attribute as Attribute, at }))
}

/** Whether nobody may tell this of a person: they are in a programme that has attributes switched off, and in none that compares it. */
export async function isSpared(db: Db, person: string, attribute: Attribute): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select scope.is_spared(${person}, ${attribute}) as is`.execute(db)
  return rows[0]?.is ?? false
}

/** Attributes that no sheet of an organisation is to hold: a programme of it has them switched off, and none compares them. */
export async function attributesUnkept(db: Db, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from scope.attributes_unkept(${organisation}) as name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Who has a person code, in whichever organisation; the house alone sees them all. */
export async function peopleByCode(db: Db, code: string): Promise<{ id: string; name: string; organisation: string }[]> {
  return db
    .selectFrom('people')
    .innerJoin('organisations', 'organisations.id', 'people.organisation')
    .select(['people.id', 'people.fullName as name', 'organisations.name as organisation'])
    .where(sql<SqlBool>`lower(people.code) = ${code.trim().toLowerCase()}`)
    .limit(listLimits.peopleAPageMax)
    .execute()
}
