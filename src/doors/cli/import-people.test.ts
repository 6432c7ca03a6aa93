import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Builders, House } from '#ground/house'
import { readSheet } from '#ground/sheet'
import { knownPeople } from '#people/import-reads'
import { givenOrganisation } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { importCommand } from './import-people.ts'
import type { Io } from './terminal.ts'
import { Usage } from './terminal.ts'

const house = await testHouse()

/** A terminal with one file, on the test's house. */
function terminal(sheet: string) {
  const said = { out: '', err: '', closed: 0, beside: false }
  const written: Record<string, Uint8Array> = {}
  const io: Io = {
    out: (text) => void (said.out += `${text}\n`),
    err: (text) => void (said.err += `${text}\n`),
    progress: () => {},
    readFile: async (path) => (path === 'people.csv' ? new TextEncoder().encode(sheet) : Promise.reject(new Error('no such file'))),
    writeFile: async (path, bytes) => void (written[path] = bytes),
    now: house.now,
    readInput: async () => null,
    memoryFree: () => Number.POSITIVE_INFINITY,
  }
  const builders: Builders = {
    openHouse: async (_config, _log, options) => {
      said.beside = options?.beside ?? false
      return { ...realHands, database: house.database, close: async () => void said.closed++ } as unknown as House
    },
    openGround: () => Promise.reject(new Error('not needed here')),
  }
  const run = (...args: string[]) => importCommand(args, testConfig, silentLog, io, builders)
  return { said, written, run }
}

test('A sheet goes in beside a running house: 0 when all are in, 1 when some need somebody, and those as a sheet.', async () => {
  const { run, said } = terminal('name,email\nAna,ana@un.org\n')
  await assert.rejects(run('people.csv'), (error: Error) => error instanceof Usage && /There is no organisation yet/.test(error.message))
  const organisation = await givenOrganisation(house, 'Lamp House')
  assert.equal(await run('people.csv', '--side', 'mentor'), 0)
  assert.equal(said.out, 'One is fine.\nOne person is new.\n')
  assert.deepEqual([said.closed, said.beside], [2, true])
  const mixed = terminal('name,email,shoe size\nAna,ana@un.org,1\nBo,nowhere,2\nCy,,3\n')
  assert.equal(await mixed.run('people.csv', '--organisation', 'lamp house', '--refused', 'r.xlsx'), 1)
  assert.equal(mixed.said.out, 'One is fine, 2 need you.\nWritten: r.xlsx\nNobody was new, one is as before; 2 rows were left for you.\n')
  assert.match(mixed.said.err, /One column is left out: shoe size\./)
  assert.deepEqual(
    (await readSheet(mixed.written['r.xlsx']!, 'r.xlsx')).rows.map(({ cells }) => cells[1]),
    ['Bo', 'Cy'],
  )
  const told = terminal('name,email\nBo,nowhere\n')
  assert.equal(await told.run('people.csv'), 1)
  assert.match(told.said.err, /^Row 2: E-mail address: We could not read the e-mail address “nowhere”\./)
  assert.equal((await house.read((db) => knownPeople(db, organisation))).length, 1)
})

test('What cannot be done is said, before anything is written.', async () => {
  const refused = terminal('%PDF-1.4')
  assert.equal(await refused.run('people.csv', '--organisation', 'Lamp House'), 1)
  assert.match(refused.said.err, /could not read “people\.csv” as a sheet/)
  const { run } = terminal('name\nAna\n')
  await givenOrganisation(house, 'Second House')
  const cases: [string[], RegExp][] = [
    [[], /Say which file/],
    [['people.csv', 'more.csv'], /does not know "more\.csv"/],
    [['people.csv', '--what'], /does not know "--what"/],
    [['people.csv', '--side', 'left'], /mentor, mentee or both/],
    [['people.csv', '--refused', 'r.txt'], /must end in \.csv or \.xlsx/],
    [['nobody.csv'], /nobody\.csv cannot be read/],
    [['people.csv'], /Say which organisation, with --organisation: "Lamp House", "Second House"/],
    [['people.csv', '--organisation', 'Third'], /There is no organisation "Third"/],
  ]
  for (const [args, words] of cases) {
    await assert.rejects(run(...args), (error: Error) => error instanceof Usage && words.test(error.message), args.join(' '))
  }
})
