import { sql } from 'kysely'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { fold, foldAddress } from '#ground/fold'
import { sealedAttribute } from './attribute-marks.ts'
import { type Import, type ImportCounts, importLimits, placeOfSheet } from './import.ts'
import type { Attribute, Profile } from './person.ts'
import { foldPhone, type Side } from './read-parts.ts'

export type PersonToWrite = { id: string; profile: Profile }
export type PersonToChange = PersonToWrite & { before: Pick<Profile, 'email' | 'phone'> }
export type Brought = { person: string; side: Side | null; capacity: number | null; alike: string[] }
export type Told = { person: string; attribute: Attribute; value: string }

const foldedCharsMax = 254

type NewImport = Pick<Import, 'id' | 'organisation' | 'fileName' | 'side' | 'unkept'> & { bytes: Uint8Array }

/** False when this upload is already here. */
export async function insertImport(tx: Tx, { id, organisation, bytes, ...said }: NewImport): Promise<boolean> {
  const keys = await keysFor(tx, { kind: 'organisation', id: organisation })
  const row = { id, organisation, ...said, bytes: keys.sealBytes(placeOfSheet(id), bytes), uploadedAt: tx.now, uploadedBy: tx.by }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('imports')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

type NewMapping = { id: string; organisation: string; fingerprint: string; mapping: readonly (string | null)[]; by: string }

export async function insertMapping(tx: Tx, { id, organisation, fingerprint, mapping, by }: NewMapping): Promise<void> {
  const row = { id, organisation, headersFingerprint: fingerprint, mapping: JSON.stringify(mapping), at: tx.now, by }
  await tx
    .insertInto('columnMappings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** One import into an organisation at a time, until the transaction ends: two that run at once would both find nobody. */
export async function lockPeopleOf(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people of ${organisation}`}, 0))`.execute(tx)
}

const columns = sql.raw(`code, full_name, name_latin, called_name, language, calendar, zone, unit, job_title, grade, grade_level,
  line_manager_code, country, field, languages, can_help_with, wants_help_with, free_hours, about, search`)
const shape =
  sql.raw(`id uuid, code text, full_name text, name_latin text, called_name text, language text, calendar text, zone text, unit text,
  job_title text, grade text, grade_level int, line_manager_code text, country text, field text, languages text[], can_help_with text[],
  wants_help_with text[], free_hours jsonb, about text, search text`)

/** Adds people with their contacts, up to `rowsAStatementMax` at once; as one JSON value, since PostgreSQL counts parameters. */
export async function addPeople(tx: Tx, organisation: string, people: readonly PersonToWrite[]): Promise<void> {
  await sql`insert into people (id, organisation, ${columns}, joined_at, joined_by)
    select id, ${organisation}, ${columns}, ${tx.now}, ${tx.by}::uuid
    from jsonb_to_recordset(${recordsOf(people)}::jsonb) as n (${shape})`.execute(tx)
  await addContacts(tx, organisation, people)
}

/** Brings people to the whole profile given, up to `rowsAStatementMax` at once; contacts that the sheet does not replace stay. */
export async function changePeople(tx: Tx, organisation: string, people: readonly PersonToChange[]): Promise<void> {
  await sql`update people p set (${columns}) = (n.code, n.full_name, n.name_latin, n.called_name, n.language, n.calendar, n.zone, n.unit,
      n.job_title, n.grade, n.grade_level, n.line_manager_code, n.country, n.field, n.languages, n.can_help_with, n.wants_help_with,
      n.free_hours, n.about, n.search)
    from jsonb_to_recordset(${recordsOf(people)}::jsonb) as n (${shape})
    where p.id = n.id and p.organisation = ${organisation}`.execute(tx)
  const replaced = people.flatMap(({ id, before, profile }) => {
    const now = new Set(contactsOf(id, profile).map(keyOf))
    return contactsOf(id, before).filter((contact) => !now.has(keyOf(contact)))
  })
  await sql`delete from contacts c using jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) as n (person uuid, kind text, folded text)
    where c.person = n.person and c.kind = n.kind and c.folded = n.folded`.execute(tx)
  await addContacts(tx, organisation, people)
}

async function addContacts(tx: Tx, organisation: string, people: readonly PersonToWrite[]): Promise<void> {
  const contacts = people.flatMap(({ id, profile }) => contactsOf(id, profile))
  await sql`insert into contacts (person, organisation, kind, address, folded) select person, ${organisation}, kind, address, folded
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n (person uuid, kind text, address text, folded text)
    on conflict do nothing`.execute(tx)
}

type Contact = { person: string; kind: 'email' | 'phone'; address: string; folded: string }

function contactsOf(person: string, { email, phone }: Pick<Profile, 'email' | 'phone'>): Contact[] {
  return [
    ...(email === null ? [] : [{ person, kind: 'email' as const, address: email, folded: foldAddress(email).slice(0, foldedCharsMax) }]),
    ...(phone === null ? [] : [{ person, kind: 'phone' as const, address: phone, folded: foldPhone(phone).slice(0, foldedCharsMax) }]),
  ]
}

const keyOf = ({ kind, folded }: Contact) => `${kind} ${folded}`

function recordsOf(people: readonly PersonToWrite[]): string {
  return JSON.stringify(
    people.map(({ id, profile: { email, phone, ...profile } }) => {
      const entries = Object.entries(profile).map(([name, value]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ])
      const found = [profile.fullName, profile.nameLatin, profile.code, email, phone].filter((text) => text !== null)
      return { ...Object.fromEntries(entries), id, search: found.map(fold).join(' ') }
    }),
  )
}

/** Tells what a sheet says of people; what they told themselves, or took back, stays as it is. */
export async function tellAttributes(tx: Tx, organisation: string, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const keys = await keysFor(tx, { kind: 'attributes', id: organisation })
  const rows = told.map((one) => {
    const { sealed, marks } = sealedAttribute({ sealing: keys, marking: keys }, one)
    return { person: one.person, attribute: one.attribute, sealed: sealed.toString('hex'), marks }
  })
  await sql`select count(scope.tell_attribute(n.person, n.attribute, decode(n.sealed, 'hex'), n.marks, ${tx.now}))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (person uuid, attribute text, sealed text, marks text)`.execute(tx)
}

export async function insertBrought(tx: Tx, id: string, brought: readonly Brought[]): Promise<void> {
  await sql`insert into import_people (import, person, side, capacity, alike) select ${id}, person, side, capacity, alike
    from jsonb_to_recordset(${JSON.stringify(brought)}::jsonb) as n (person uuid, side text, capacity int, alike text[])`.execute(tx)
}

export async function insertCompletion(tx: Tx, id: string, counts: ImportCounts): Promise<void> {
  await tx
    .insertInto('importCompletions')
    .values({ import: id, at: tx.now, by: tx.by, ...counts })
    .execute()
}

/** Removes the files of completed imports, and whole those that nobody completed, once they are older than `keptDays`. */
export async function removeOldFiles(tx: Tx): Promise<{ emptied: number; removed: number }> {
  const before = tx.now.subtract({ hours: 24 * importLimits.keptDays })
  const removed = await sql`delete from imports i where uploaded_at < ${before}
    and not exists (select 1 from import_completions c where c.import = i.id)`.execute(tx)
  const emptied = await sql`update imports i set bytes = '' from import_completions c
    where c.import = i.id and c.at < ${before} and octet_length(i.bytes) > 0`.execute(tx)
  return { emptied: Number(emptied.numAffectedRows ?? 0n), removed: Number(removed.numAffectedRows ?? 0n) }
}
