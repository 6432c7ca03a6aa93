import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { givenAgreed } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { urlOf } from '#testing/server'
import { destroyKeys, findKeys, type KeyOwner, keysFor } from './content-keys.ts'
import { applyDestroyed, listBeside, readDestroyed, rememberDestroyed } from './destroyed-keys.ts'
import { KeyTrouble } from './key-ring.ts'

const house = await testHouse()
const owner = new pg.Pool({ connectionString: urlOf(house.databaseName), max: 2 })
owner.on('error', () => {})
const folder = mkdtempSync(join(tmpdir(), 'lampline-destroyed-'))
after(async () => {
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})

async function givenKey() {
  const { id, mentor } = await givenAgreed(house)
  const pair: KeyOwner = { kind: 'partnership', id }
  await house.writeAs(mentor.scope, (tx) => keysFor(tx, pair))
  return { pair, has: () => house.database.read(mentor.scope, async (db) => (await findKeys(db, pair)) !== null) }
}

test('A key that a restored backup brought back is destroyed again before the house opens.', async () => {
  const file = join(folder, 'restored.keys')
  const [destroyed, kept] = [await givenKey(), await givenKey()]
  rememberDestroyed(file, { kind: 'partnership', owner: destroyed.pair.id })
  assert.equal(statSync(listBeside(file)).mode & 0o777, 0o600)

  assert.equal(await applyDestroyed(owner, file), 1)
  assert.equal(await applyDestroyed(owner, file), 0)
  assert.deepEqual([await destroyed.has(), await kept.has()], [false, true])
})

test('What a crash kept out of the list is added at the next start.', async () => {
  const file = join(folder, 'crashed.keys')
  const { pair } = await givenKey()
  await house.write((tx) => destroyKeys(tx, pair, 'shredded'))
  await applyDestroyed(owner, file)
  assert.ok(readDestroyed(file).some((one) => one.owner === pair.id && one.kind === 'partnership'))
  const text = readFileSync(listBeside(file), 'utf8')
  await applyDestroyed(owner, file)
  assert.equal(readFileSync(listBeside(file), 'utf8'), text)
})

test('A last line that a crash cut off is taken away; any other that cannot be read is named.', async () => {
  const file = join(folder, 'cut.keys')
  assert.deepEqual(readDestroyed(file), [])
  rememberDestroyed(file, { kind: 'ask', owner: '01a20897-50da-7773-b9a9-07ebe73b439f' })
  appendFileSync(listBeside(file), '01a20897-50da-77')
  assert.equal(readDestroyed(file).length, 1)
  rememberDestroyed(file, { kind: 'ask', owner: '01a20897-50da-7773-b9a9-07ebe73b439e' })
  assert.equal(readDestroyed(file).length, 2)
  writeFileSync(listBeside(file), 'hello\n')
  assert.throws(
    () => readDestroyed(file),
    (error) => error instanceof KeyTrouble && /line 1/.test(error.message),
  )
})
