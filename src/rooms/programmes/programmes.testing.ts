import type { Scope } from '#ground/db'
import { writeCsv } from '#ground/sheet-write'
import { completeImport } from '#people/complete-import'
import { takeNone } from '#people/import'
import { uploadSheet } from '#people/upload-sheet'
import { coordinating, type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { type OpenProgramme, openProgramme } from './open-programme.ts'
import type { Programme } from './programme.ts'
import { findProgramme } from './reads.ts'

export type GivenProgramme = Programme & { keeper: GivenPerson; coordinator: Scope }

/** A programme opened today for twenty weeks, and its coordinator; of a new organisation, unless a keeper is given. */
export async function givenProgramme(
  house: TestHouse,
  { keeper: known, ...facts }: Partial<OpenProgramme> & { keeper?: GivenPerson } = {},
): Promise<GivenProgramme> {
  const keeper = known ?? (await givenKeeper(house, await givenOrganisation(house)))
  const asked = particulars(house, keeper, facts)
  await house.writeAs(keeper.scope, (tx) => openProgramme(tx, asked))
  const coordinator = coordinating(keeper, asked.id)
  const programme = await house.read((db) => findProgramme(db, asked.id))
  if (programme === undefined) throw new Error('the programme was not opened')
  return { ...programme, keeper, coordinator }
}

/** What a coordinator asks for when they open one. */
export function particulars(house: TestHouse, keeper: GivenPerson, facts: Partial<OpenProgramme> = {}): OpenProgramme {
  const today = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const dates = { startsOn: today, endsOn: today.add({ weeks: 20 }) }
  const kind = { template: 'mentoring', name: 'Lamps', purpose: '', joining: 'organisation' as const }
  return { id: crypto.randomUUID(), organisation: keeper.organisation, ...kind, ...dates, ...facts }
}

/** What a deed was refused with (or `Missing`); fails when it was not refused. */
export async function refusedWith(deed: Promise<unknown>): Promise<string> {
  try {
    await deed
  } catch (error) {
    return (error as { reason?: string }).reason ?? (error as Error).constructor.name
  }
  throw new Error('it was not refused')
}

/** Everybody's enrolments of a programme, those that ended too, in the order of coming in. */
export async function enrolmentRows(house: TestHouse, programme: string) {
  return house.read((db) => db.selectFrom('enrolments').selectAll().where('programme', '=', programme).orderBy('enrolledAt').execute())
}

/** A sheet brought in by the coordinator; the import's id. The first row holds the headers. */
export async function imported(house: TestHouse, keeper: GivenPerson, [headers = [], ...rows]: string[][]): Promise<string> {
  const asked = { organisation: keeper.organisation, fileName: 'people.csv', bytes: writeCsv(headers, rows), side: null }
  const { id } = await house.writeAs(keeper.scope, (tx) => uploadSheet(tx, { id: tx.newId(), ...asked }))
  await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone }))
  return id
}
