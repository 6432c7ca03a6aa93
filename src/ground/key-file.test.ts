import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeKeysFile, readKeys, replaceKeysFile, warnOfOpenKeys } from './key-file.ts'
import { KeyTrouble, withNewKey, writeKeyRing } from './key-ring.ts'
import type { Log } from './log.ts'

const folder = mkdtempSync(join(tmpdir(), 'lampline-keys-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string) => ({ keysFile: join(folder, name), keysCommand: null })
const troubled = (words: RegExp) => (error: unknown) => error instanceof KeyTrouble && words.test(error.message)

test('The first start makes a file that its owner alone may read; later starts leave it as it is.', () => {
  const file = fileOf('first.keys')
  assert.equal(makeKeysFile(file), true)
  assert.equal(statSync(file.keysFile).mode & 0o777, 0o600)
  const text = readFileSync(file.keysFile, 'utf8')
  assert.equal(makeKeysFile(file), false)
  assert.equal(readFileSync(file.keysFile, 'utf8'), text)
  assert.match(text, /nobody can ever read again/)
  assert.equal(readKeys(file).length, 1)
})

test('A file that is missing, of something else, cut or changed is named, with what to do.', () => {
  const file = fileOf('damaged.keys')
  assert.throws(() => readKeys(file), troubled(/is missing\. Put its copy there/))
  writeFileSync(file.keysFile, 'hello\n')
  assert.throws(() => readKeys(file), troubled(/is no key file/))
  const text = writeKeyRing(withNewKey([]))
  writeFileSync(file.keysFile, text.slice(0, -10))
  assert.throws(() => readKeys(file), troubled(/damaged in line 4/))
  writeFileSync(file.keysFile, text.replace(/^([0-9a-f]{16}) ./m, '$1 !'))
  assert.throws(() => readKeys(file), troubled(/damaged in line 4/))
  writeFileSync(file.keysFile, 'lampline-keys 1\n')
  assert.throws(() => readKeys(file), troubled(/holds no key/))
})

test('Lines may end as Windows ends them, and may be remarks.', () => {
  const file = fileOf('windows.keys')
  writeFileSync(file.keysFile, `${writeKeyRing(withNewKey([])).replaceAll('\n', '\r\n')}# kept by Leila\r\n`)
  assert.equal(readKeys(file).length, 1)
})

test('A ring is put in place of the other in one step, as closed as it was.', () => {
  const file = fileOf('replaced.keys')
  makeKeysFile(file)
  replaceKeysFile(file.keysFile, withNewKey(readKeys(file)))
  assert.equal(readKeys(file).length, 2)
  assert.equal(statSync(file.keysFile).mode & 0o777, 0o600)
})

test('A command may print the keys instead; one that fails is said, and nothing that it printed.', () => {
  const { keysFile } = fileOf('printed.keys')
  makeKeysFile({ keysFile, keysCommand: null })
  assert.equal(readKeys({ keysFile: '/nowhere', keysCommand: `cat '${keysFile}'` }).length, 1)
  assert.throws(() => readKeys({ keysFile, keysCommand: 'echo a-secret; exit 3' }), troubled(/did not print the keys \(exit code 3\)\.$/))
  assert.throws(() => readKeys({ keysFile, keysCommand: 'echo nothing' }), troubled(/is no key file/))
  assert.equal(makeKeysFile({ keysFile: join(folder, 'none.keys'), keysCommand: 'true' }), false)
})

test('A file that others may read is said at start.', () => {
  const file = fileOf('open.keys')
  makeKeysFile(file)
  const said: string[] = []
  const log = { warn: (line: string) => said.push(line) } as unknown as Log
  warnOfOpenKeys(file, log)
  assert.deepEqual(said, [])
  chmodSync(file.keysFile, 0o644)
  warnOfOpenKeys(file, log)
  assert.match(said.join(), /chmod 600/)
})
