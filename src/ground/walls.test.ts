import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { invariants } from './invariants.ts'

const house = await testHouse()

test('Every rule of the walls holds in the catalogue of a fresh database.', async () => {
  await onServer(async (client) => {
    for (const { says, breaks } of invariants) assert.deepEqual((await client.query(breaks)).rows, [], says)
  }, house.databaseName)
})

test('A table without walls, or one that the application role owns, is seen by name.', async () => {
  await onServer(async (client) => {
    await client.query('begin')
    await client.query('create table open_house (id int)')
    await client.query('create view peephole as select 1 as one')
    await client.query('alter table open_house owner to lampline_app')
    const broken = []
    for (const { breaks } of invariants) broken.push(...(await client.query<{ broken: string }>(breaks)).rows.map((row) => row.broken))
    assert.deepEqual(broken.sort(), ['open_house', 'open_house', 'peephole'])
    await client.query('rollback')
  }, house.databaseName)
})

test('A query that no door vouches for is refused, not answered with nothing.', async () => {
  const organisation = await givenOrganisation(house)
  await givenKeeper(house, organisation)
  await house.write((tx) => tx.note('test.noted', organisation, { organisation }))
  await onServer(async (client) => {
    await client.query('set session authorization lampline_app')
    for (const table of ['organisations', 'people', 'contacts', 'roles', 'diary']) {
      await assert.rejects(client.query(`select * from ${table}`), /no door has said who is asking/, table)
    }
  }, house.databaseName)
})

test('The diary and the answers only add: nobody changes, deletes or empties them, the owner included.', async () => {
  const organisation = await givenOrganisation(house)
  await house.write((tx) => tx.note('test.noted', organisation, { organisation }))
  await onServer(async (client) => {
    await assert.rejects(client.query("update diary set kind = 'a.b'"), /only ever adds/)
    await assert.rejects(client.query('delete from diary'), /only ever adds/)
    await assert.rejects(client.query('truncate diary cascade'), /only ever adds/)
  }, house.databaseName)
})

test('What somebody told of themselves is read by nobody else: not the coordinator, not the house.', async () => {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation, 'administrator')
  const person = await givenPerson(house, organisation)
  await house.writeAs(person.scope, (tx) =>
    tx
      .insertInto('attributes')
      .values({
        person: person.id,
        attribute: 'gender',
        sealed: Buffer.alloc(290),
        marks: 'a'.repeat(16),
        givenAt: tx.now,
        givenBy: person.id,
      })
      .execute(),
  )
  const seenBy = (scope: typeof person.scope) => house.database.read(scope, (db) => db.selectFrom('attributes').selectAll().execute())
  assert.equal((await seenBy(person.scope)).length, 1)
  assert.equal((await seenBy(keeper.scope)).length, 0)
  assert.equal((await house.read((db) => db.selectFrom('attributes').selectAll().execute())).length, 0)
})

test('An import tells nothing over what a person told, or took back.', async () => {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation)
  const person = await givenPerson(house, organisation)
  const tell = (word: string) =>
    house.writeAs(keeper.scope, async (tx) => {
      await sql`select scope.tell_attribute(${person.id}, 'gender', ${Buffer.alloc(290)}, ${word}, ${tx.now})`.execute(tx)
    })
  const told = () => house.database.read(person.scope, (db) => db.selectFrom('attributes').select('marks').execute())
  await tell('a'.repeat(16))
  assert.deepEqual(await told(), [{ marks: 'a'.repeat(16) }])
  await house.writeAs(person.scope, async (tx) => {
    await tx.deleteFrom('attributes').where('person', '=', person.id).execute()
    await tx.insertInto('attributesTakenBack').values({ person: person.id, attribute: 'gender', at: tx.now }).execute()
  })
  await tell('b'.repeat(16))
  assert.deepEqual(await told(), [])
  const stranger = await givenKeeper(house, await givenOrganisation(house))
  await assert.rejects(
    house.writeAs(stranger.scope, async (tx) => {
      await sql`select scope.tell_attribute(${person.id}, 'gender', ${Buffer.alloc(290)}, 'x', ${tx.now})`.execute(tx)
    }),
    /not yours to tell/,
  )
})
