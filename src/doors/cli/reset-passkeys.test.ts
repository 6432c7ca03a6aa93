import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Builders, House } from '#ground/house'
import { keyOf } from '#passkeys/passkeys.testing'
import { passkeysOf } from '#passkeys/reads'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { resetPasskeysCommand } from './reset-passkeys.ts'
import { type Io, Usage } from './terminal.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house, 'The Lantern Works')

async function run(...args: string[]) {
  const said = { out: '', err: '' }
  const io = { err: (text: string) => void (said.err += text), out: (text: string) => void (said.out += text) } as unknown as Io
  const builders: Builders = {
    openHouse: async () => ({ ...realHands, database: house.database, log: silentLog, close: async () => {} }) as unknown as House,
    openGround: () => Promise.reject(new Error('not needed here')),
  }
  return { code: await resetPasskeysCommand(args, testConfig, silentLog, io, builders), ...said }
}
const countOf = async (id: string) => (await house.read((db) => passkeysOf(db, id))).length

test('Who keeps the server lifts the passkeys of the only administrator; the diary says it was the house.', async () => {
  const administrator = await givenKeeper(house, organisation, 'administrator')
  await keyOf(house, administrator)
  const done = await run(administrator.code.toLowerCase())
  assert.deepEqual([done.code, done.err, await countOf(administrator.id)], [0, '', 0])
  const news = (await house.news('passkeys.lifted')).map(({ subject, by, facts }) => [subject, by, facts])
  assert.deepEqual(news, [[administrator.id, null, { count: 1 }]])
})

test('Nobody, or somebody in several organisations, is said and not guessed.', async () => {
  const elsewhere = await givenOrganisation(house, 'Elsewhere')
  const [one, other] = [await givenPerson(house, organisation, { code: 'B7' }), await givenPerson(house, elsewhere, { code: 'B7' })]
  for (const person of [one, other]) await keyOf(house, person)
  assert.match((await run('nobody')).err, /Nobody has/)
  const several = await run('B7')
  assert.deepEqual([several.code, /--organisation/.test(several.err), await countOf(one.id)], [1, true, 1])
  assert.equal((await run('B7', '--organisation', 'Elsewhere')).code, 0)
  assert.deepEqual([await countOf(one.id), await countOf(other.id)], [1, 0])
  await assert.rejects(run(), Usage)
})
