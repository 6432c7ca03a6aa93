import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { findKeys, type KeyOwner } from '#ground/content-keys'
import { houseScope, type Scope } from '#ground/db'
import { writeMessage } from '#notebook/write-message'
import { tellAttributes } from '#people/tell-attributes'
import { type Role, records, roles, type Sees, seenBy } from '#records/who-sees-what'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { roomMatrices } from './matrix.rooms.ts'
import { givenMatrix } from './matrix.testing.ts'

const house = await testHouse()
const given = await givenMatrix(house)
const more: Record<string, string> = {}
for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
const { mentee, mentor, formerPartner, coordinator, coordinatorBeside, administrator, officer, colleague } = given.people
await house.writeAs(mentee.scope, (tx) =>
  tellAttributes(tx, { person: mentee.id, told: { gender: 'w', ethnicity: null, birthYear: null, disability: null, identity: null } }),
)
await house.writeAs(mentor.scope, (tx) =>
  writeMessage(tx, { id: tx.newId(), partnership: given.ids.partnership, meeting: more.meeting ?? '', text: 'Bring it' }),
)
const scopes: Readonly<Record<Role, Scope>> = {
  two: mentor.scope,
  former: formerPartner.scope,
  coordinator: coordinating(coordinator, given.ids.programme),
  beside: coordinatorBeside.scope,
  administrator: coordinating(administrator, given.ids.programme),
  officer: officer.scope,
  colleague: colleague.scope,
  house: houseScope,
}

const { partnership } = given.ids
const ofPair = sql`partnership = ${partnership}`
const inPair = (table: string, column: string) => sql`${sql.ref(column)} in (select id from ${sql.table(table)} where ${ofPair})`
const pair: KeyOwner = { kind: 'partnership', id: partnership }
type Probe = { table: string; where: RawBuilder<unknown>; key?: KeyOwner }

/** Where each record stands: rows of the mentee or of the pair that the mentor is not the only author of. */
const probes: Readonly<Record<string, Probe>> = {
  profile: { table: 'people', where: sql`id = ${mentee.id}` },
  enrolment: { table: 'enrolments', where: sql`person = ${mentee.id}` },
  attributes: { table: 'attributes', where: sql`person = ${mentee.id}` },
  pair: { table: 'partnerships', where: sql`id = ${partnership}` },
  meeting: { table: 'meetings', where: ofPair },
  place: { table: 'meeting_places', where: inPair('meetings', 'meeting'), key: pair },
  agreement: { table: 'agreement_versions', where: ofPair, key: pair },
  'shared-note': { table: 'notes', where: sql`${ofPair} and kind = 'shared'`, key: pair },
  'private-note': { table: 'notes', where: sql`${ofPair} and kind = 'private' and author = ${mentee.id}`, key: pair },
  message: { table: 'messages', where: ofPair, key: pair },
  goal: { table: 'goals', where: ofPair, key: pair },
  'next-step': { table: 'next_steps', where: ofPair, key: pair },
  skill: { table: 'skills', where: ofPair, key: pair },
  opportunity: { table: 'opportunities', where: ofPair, key: pair },
  feedback: { table: 'gifts', where: sql`by = ${mentee.id}`, key: pair },
  ask: { table: 'ask_texts', where: sql`ask in (select id from asks where asker = ${mentee.id})` },
  concern: { table: 'concern_tellings', where: sql`true` },
}

async function sees(scope: Scope, { table, where, key }: Probe): Promise<Sees> {
  return house.database.read(scope, async (db) => {
    const { rows } = await sql<{ is: boolean }>`select exists (select 1 from ${sql.table(table)} where ${where}) as is`.execute(db)
    if (!rows[0]?.is) return 'nothing'
    return key === undefined || (await findKeys(db, key)) ? 'reads' : 'knows'
  })
}

for (const record of records) {
  test(`The page says of ${record.key} what the database lets each of them see.`, async () => {
    const probe = probes[record.key] ?? assert.fail(`say where ${record.key} stands`)
    const actual: Partial<Record<Role, Sees>> = {}
    const said: Partial<Record<Role, Sees>> = {}
    for (const role of roles) {
      actual[role] = await sees(scopes[role], probe)
      said[role] = seenBy(record, role)
    }
    assert.deepEqual(actual, said)
  })
}
