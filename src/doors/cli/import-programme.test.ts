import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import { silentLog } from '#testing/house'
import { importProgrammeCommand } from './import-programme.ts'
import { type Io, Usage } from './terminal.ts'

const nobody = { openHouse: () => assert.fail('no house is opened for a file that cannot be read') } as unknown as Builders

async function run(file: string | null, ...args: string[]) {
  const said: string[] = []
  const readFile = async () => (file === null ? Promise.reject(new Error('it is not there')) : new TextEncoder().encode(file))
  const io = { readFile, err: (line: string) => said.push(line), out: (line: string) => said.push(line) } as unknown as Io
  const code = await importProgrammeCommand(['programme', ...args], {} as Config, silentLog, io, nobody)
  return { code, said }
}

test('A file with faults opens no house: each is named by its row, and nothing is brought in.', async () => {
  const { code, said } = await run('{"sessions":[{"code":"S7"}]}', 'p.json')
  assert.equal(code, 1)
  assert.ok(said.some((line) => line.startsWith('sessions S7, ')))
  assert.match(said.at(-1) ?? '', /faults; nothing was brought in/)
})

test('A file that is not there, and words that it does not know, are named.', async () => {
  await assert.rejects(run(null, 'p.json'), Usage)
  await assert.rejects(run('{}'), Usage)
  await assert.rejects(run('{}', 'p.json', '--all', 'x'), Usage)
})
