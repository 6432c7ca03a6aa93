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
    .select(['attribute', 'sealed', 'organisation'])
    .where('person', '=', person)
    .execute()
  const organisation = rows[0]?.organisation
  const keys = organisation === undefined ? null : await findKeys(db, { kind: 'attributes', id: organisation })
  return Object.fromEntries(
    rows.flatMap(({ attribute, sealed }) =>
      keys ? [[attribute, keys.open<{ value: string }>(placeOfAttribute(person, attribute), sealed).value]] : [],
    ),
  )
}

/** Which attributes the programmes that one is in compare, each with their names; asked by oneself. */
export async function attributesAsked(db: Db): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ attribute: string; programme: string }>`select attribute, programme from scope.attributes_asked()`.execute(
    db,
  )
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ attribute }) => attribute),
      ([attribute, of]) => [attribute, of.map(({ programme }) => programme)],
    ),
  )
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
