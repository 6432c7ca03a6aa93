import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { realHands } from '#ground/chance'
import { houseScope, type Scope, signInScope } from '#ground/db'
import { givenSide } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { addToConcern } from './add-to-concern.ts'
import { answerConcern } from './answer-concern.ts'
import { askLift } from './ask-lift.ts'
import { givenOfficer, givenSafe, officerEnded, raised, telling } from './concerns.testing.ts'
import { discloseItems } from './disclose-items.ts'
import { endConcern } from './end-concern.ts'
import { holdPair } from './hold-pair.ts'
import { holdReference } from './reads.ts'
import { remindOfficers } from './remind-officers.ts'
import { writeNote } from './write-note.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const other = await givenSafe(house)
const { organisation, officer, second, mentee, mentor } = safe

/** A concern with something in every one of its tables. */
async function givenFull() {
  const told = telling(organisation, { severity: 'immediate', partnership: safe.id, about: 'a', reach: 'r', asides: [second.id] })
  await raised(house, mentee.scope, told)
  const newId = realHands.newId
  // An officer may take part in a programme, whose coordinator reads who was reminded there.
  await givenSide(house, safe.programme, 'mentor', { person: officer })
  const hold = newId()
  house.setNow(house.now().add({ minutes: 40 }).toString())
  await house.write(remindOfficers)
  await house.writeAs(officer.scope, async (tx) => {
    await answerConcern(tx, { concern: told.id, id: newId(), text: 'answer' })
    await writeNote(tx, { concern: told.id, id: newId(), text: 'note' })
    await holdPair(tx, { concern: told.id, id: hold, partnership: safe.id })
    await askLift(tx, { hold })
    await endConcern(tx, { concern: told.id, outcome: 'resolved', text: 'end' })
  })
  const item = { kind: 'message' as const, item: newId(), author: mentor.id, at: house.now(), text: 'item' }
  const shown = { id: newId(), concern: told.id, partnership: safe.id, items: [item], words: null }
  await house.writeAs(mentee.scope, (tx) => discloseItems(tx, shown))
  await house.writeAs(mentee.scope, (tx) => addToConcern(tx, { reference: told.id, id: newId(), text: 'more', network: 'n' }))
  return told
}

const told = await givenFull()
const tables = [
  'concerns',
  'concern_tellings',
  'concern_asides',
  'concern_pairs',
  'concern_disclosures',
  'concern_disclosed_items',
  'concern_acknowledgements',
  'concern_messages',
  'concern_notes',
  'concern_holds',
  'concern_lifts',
  'concern_ends',
  'concern_reminders',
]

/** Which tables of concerns show this asker any row at all. */
async function seenBy(scope: Scope, secret?: string): Promise<string[]> {
  return house.writeAs(scope, async (tx) => {
    if (secret !== undefined) await holdReference(tx, secret)
    const seen: string[] = []
    for (const table of tables) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(tx)
      if ((rows[0]?.count ?? 0) > 0) seen.push(table)
    }
    return seen
  })
}

const columns: Record<string, string> = { concerns: 'organisation', concern_lifts: 'hold', concern_disclosed_items: 'disclosure' }
const own = ['concerns', 'concern_tellings', 'concern_acknowledgements', 'concern_messages', 'concern_ends']

test('Nobody but its officers and who raised it sees a row: not the partner, coordinator, administrator, nor officers of elsewhere.', async () => {
  const narrow = await givenOfficer(house, organisation, other.programme.id)
  const former = await givenOfficer(house, organisation)
  await officerEnded(house, former)
  const keeping = (scope: Scope): Scope => ({ ...scope, organisations: [organisation], programmes: [safe.programme.id] })
  const outside = {
    partner: mentor.scope,
    'partner who coordinates': keeping(mentor.scope),
    coordinator: safe.coordinator,
    administrator: safe.administrator.scope,
    'officer elsewhere': other.officer.scope,
    'officer of another programme': narrow.scope,
    'officer it is about': second.scope,
    'officer no more': former.scope,
    'officer elsewhere who keeps ours': keeping(other.officer.scope),
    nobody: signInScope,
  }
  for (const [who, scope] of Object.entries(outside)) assert.deepEqual(await seenBy(scope), [], who)
  assert.deepEqual(await seenBy(signInScope, realHands.newSecret()), [], 'a wrong key')
})

test('Its officers see all but the clock’s own marks; who raised it what is theirs; who holds the key the same.', async () => {
  assert.deepEqual(
    await seenBy(officer.scope),
    tables.filter((table) => table !== 'concern_reminders'),
  )
  const shown = ['concern_disclosures', 'concern_disclosed_items']
  assert.deepEqual((await seenBy(mentee.scope)).sort(), [...own, ...shown].sort())
  assert.deepEqual(await seenBy(signInScope, told.reference), own)
  assert.deepEqual(await seenBy(other.mentee.scope, told.reference), own)
})

test('The house itself sees dates and how urgent it is, and not one word.', async () => {
  assert.deepEqual(await seenBy(houseScope), ['concerns', 'concern_acknowledgements', 'concern_reminders'])
})

test('An officer who is one of the two does not read it, though they are an officer of the whole organisation.', async () => {
  await givenOfficer(house, organisation, null, mentor)
  assert.deepEqual(await seenBy(mentor.scope), [])
})

test('What happened to it stands in the diary for the house alone, and a reminder of it is nobody else’s to read.', async () => {
  const keepers = [safe.coordinator, { ...safe.administrator.scope, programmes: [safe.programme.id] }]
  for (const scope of keepers) {
    const rows = await house.writeAs(scope, async (tx) => [
      ...(await tx.selectFrom('diary').select('kind').where('kind', 'like', 'concern.%').execute()),
      ...(await tx.selectFrom('nudges').select('kind').where('kind', 'like', 'concern.%').execute()),
    ])
    assert.deepEqual(rows, [])
  }
})

test('Functions that look past the walls answer the wrong asker with nothing.', async () => {
  const asks = (scope: Scope) =>
    house.writeAs(scope, async (tx) => {
      const { rows } = await sql<
        Record<string, unknown>
      >`select scope.officer_concerns() as concerns, scope.officers_for(${told.id}) as officers,
        (select count(*)::int from scope.concern_people(${told.id})) as people,
        (select count(*)::int from scope.concern_partnerships(${told.id})) as pairs,
        scope.pair_by_codes(${told.id}, lower(${mentor.code}), lower(${mentee.code})) as pair`.execute(tx)
      return rows[0]
    })
  const nothing = { concerns: [], officers: [], people: 0, pairs: 0, pair: null }
  for (const scope of [safe.coordinator, safe.administrator.scope, second.scope, mentee.scope, signInScope]) {
    assert.deepEqual(await asks(scope), nothing)
  }
  assert.deepEqual((await asks(other.officer.scope))?.pair, null)
})

test('Nothing of a concern is ever changed, deleted or emptied, by the owner neither.', async () => {
  await onServer(async (client) => {
    for (const table of tables) {
      const column = columns[table] ?? 'concern'
      await assert.rejects(client.query(`update ${table} set ${column} = ${column}`), /only ever adds/, table)
      await assert.rejects(client.query(`delete from ${table}`), /only ever adds/, table)
      await assert.rejects(client.query(`truncate ${table} cascade`), /only ever adds/, table)
    }
  }, house.databaseName)
})
