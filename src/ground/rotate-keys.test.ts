import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { givenAgreed } from '#partnerships/stages.testing'
import { silentLog, testConfig, testHouse, testRing } from '#testing/house'
import { urlOf } from '#testing/server'
import { findKeys, type KeyOwner, keysFor } from './content-keys.ts'
import { checkKeys } from './key-checks.ts'
import { readKeys, replaceKeysFile } from './key-file.ts'
import { type KeyRing, KeyTrouble, withNewKey } from './key-ring.ts'
import { rewrapKeys, unusedKeys } from './rotate-keys.ts'
import { openSealer } from './sealer.ts'

const house = await testHouse()
const owner = new pg.Pool({ connectionString: urlOf(house.databaseName), max: 2 })
owner.on('error', () => {})
const folder = mkdtempSync(join(tmpdir(), 'lampline-keys-'))
after(async () => {
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})
const place = { kind: 'note', item: 'note-1', author: 'leila' }
const configOf = (name: string) => ({ ...testConfig, keysFile: join(folder, name), keysCommand: null })

test('A house with nothing sealed makes its first key; its next start reads the same one.', async () => {
  const config = configOf('fresh.keys')
  await checkKeys(owner, config, silentLog)
  const text = readFileSync(config.keysFile, 'utf8')
  await checkKeys(owner, config, silentLog)
  assert.equal(readFileSync(config.keysFile, 'utf8'), text)
})

async function givenSecret() {
  const { id, mentor } = await givenAgreed(house)
  const pair: KeyOwner = { kind: 'partnership', id }
  const sealed = await house.writeAs(mentor.scope, async (tx) => (await keysFor(tx, pair)).seal(place, { text: 'a secret' }))
  return { pair, mentor, sealed }
}
const keyRows = async () => (await owner.query('select * from content_keys order by owner, version')).rows

test('A key file that is missing or another’s is refused at start, and nothing is made or changed.', async () => {
  await givenSecret()
  const before = await keyRows()
  const missing = configOf('missing.keys')
  await assert.rejects(checkKeys(owner, missing, silentLog), /is missing\. Put its copy there/)
  assert.ok(!existsSync(missing.keysFile), 'no new key stands where the old one belongs')

  const wrong = configOf('wrong.keys')
  replaceKeysFile(wrong.keysFile, withNewKey([]))
  await assert.rejects(checkKeys(owner, wrong, silentLog), (error) => {
    assert.ok(error instanceof KeyTrouble)
    assert.match(error.message, /These are not the keys of this database: 1 of its keys need the key [0-9a-f]{16}/)
    return true
  })
  assert.deepEqual(await keyRows(), before)

  const right = configOf('right.keys')
  replaceKeysFile(right.keysFile, testRing)
  await checkKeys(owner, right, silentLog)
})

test('Keys rotate while the house serves: old texts open, new keys are wrapped anew, and the old key can go.', async () => {
  const { pair, mentor, sealed } = await givenSecret()
  const config = configOf('rotated.keys')
  replaceKeysFile(config.keysFile, testRing)
  const running = openSealer(() => readKeys(config))
  const read = async () => {
    const { database } = house.withSealer(running)
    return database.read(mentor.scope, async (db) => (await findKeys(db, pair))?.open(place, sealed))
  }
  assert.deepEqual(await read(), { text: 'a secret' })

  const rotated: KeyRing = withNewKey(readKeys(config))
  replaceKeysFile(config.keysFile, rotated)
  assert.equal(await rewrapKeys(owner, rotated), 2)
  assert.equal(await rewrapKeys(owner, rotated), 0)
  assert.deepEqual(await unusedKeys(owner, rotated), [testRing[0]?.id])
  assert.deepEqual(await read(), { text: 'a secret' }, 'the house that was open reads on, without a new start')

  const another = await givenAgreed(house)
  await house.withSealer(running).database.write(another.mentor.scope, (tx) => keysFor(tx, { kind: 'partnership', id: another.id }))
  assert.equal(await rewrapKeys(owner, rotated), 0, 'what was sealed since is wrapped with the new key')

  replaceKeysFile(config.keysFile, rotated.slice(1))
  await checkKeys(owner, config, silentLog)
  assert.deepEqual(await read(), { text: 'a secret' })
})

test('A rewrapping that lacks the old key stops by name, and what it could not read stays.', async () => {
  const stranger = withNewKey([])
  const kept = await keyRows()
  await assert.rejects(rewrapKeys(owner, stranger), KeyTrouble)
  assert.deepEqual(await keyRows(), kept)
})
