import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { givenSafe } from '#concerns/concerns.testing'
import { tellAttributes } from '#people/tell-attributes'
import { testHouse } from '#testing/house'
import { urlOf } from '#testing/server'
import { held, notHeld } from './held.ts'
import { myDataOf } from './my-data.ts'
import { givenWritten, written } from './records.testing.ts'

const house = await testHouse()

async function columnsOf(): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: urlOf(house.databaseName) })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text) as columns from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and c.relname not like 'migration%' group by 1`,
    )
    return new Map(rows.map(({ name, columns }) => [name, columns]))
  } finally {
    await client.end()
  }
}

test('Every table is in the file of one’s data, or it is said why not; and none is in both.', async () => {
  const columns = await columnsOf()
  const named = [...Object.keys(held), ...Object.keys(notHeld)]
  assert.deepEqual(
    [...columns.keys()].filter((table) => !named.includes(table)).sort(),
    [],
    'say in held.ts what of these is held of a person, or why nothing',
  )
  assert.deepEqual(named.filter((table) => !columns.has(table)).sort(), [], 'there are no such tables')
  assert.equal(new Set(named).size, named.length)
  for (const [table, { of, without = [] }] of Object.entries(held)) {
    for (const column of [...of, ...without]) assert.ok(columns.get(table)?.includes(column), `${table}.${column}`)
    // What is sealed is opened beside, by its room; in the file it would be noise.
    if (columns.get(table)?.includes('sealed')) assert.ok(without.includes('sealed'), `${table}.sealed`)
  }
})

test('My file has what is mine, texts opened; of the other what I read of them, and nothing that is theirs alone.', async () => {
  const safe = await givenSafe(house)
  await givenWritten(house, safe)
  await house.writeAs(safe.mentee.scope, (tx) =>
    tellAttributes(tx, {
      person: safe.mentee.id,
      told: { gender: 'Quokka', ethnicity: null, birthYear: null, disability: null, identity: null },
    }),
  )
  const data = await house.database.read(safe.mentee.scope, myDataOf)
  assert.deepEqual(data.told, { gender: 'Quokka' })
  const { theirPrivate, ...readable } = written
  const texts = data.texts.flatMap((pair) => pair.texts.map(({ text }) => text))
  assert.deepEqual(texts.sort(), Object.values(readable).sort())
  const text = JSON.stringify(data)
  assert.ok(!text.includes(theirPrivate))
  for (const secret of ['tokenHash', 'token_hash', 'search', 'marks', 'sealed', 'credential_id'])
    assert.ok(!text.includes(`"${secret}"`), secret)
  assert.equal(data.rows.people?.[0]?.id, safe.mentee.id)
  assert.equal(data.rows.partnerships?.length, 1)
  assert.ok((data.rows.enrolments?.length ?? 0) > 0)
  assert.ok(data.deeds.length > 0)
})

test('Nobody’s file has a row of somebody else.', async () => {
  const safe = await givenSafe(house)
  const { rows } = await house.database.read(safe.mentor.scope, myDataOf)
  for (const table of ['people', 'contacts', 'enrolments', 'sessions', 'attributes'] as const) {
    for (const row of rows[table] ?? []) assert.equal(row.person ?? row.id, safe.mentor.id, table)
  }
})
