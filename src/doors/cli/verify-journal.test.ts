import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sealLine } from '#statements/journal-file'
import { Usage } from './terminal.ts'
import { verifyJournalCommand } from './verify-journal.ts'

const folder = await mkdtemp(join(tmpdir(), 'lampline-verify-'))
after(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const said: string[] = []
  const io = { out: (line: string) => said.push(line) } as unknown as Parameters<typeof verifyJournalCommand>[1]
  return { code: await verifyJournalCommand(args, io), said: said.join('\n') }
}

test('A journal of nothing is whole; one that is none is broken, with the line, and the command fails.', async () => {
  const bank = { id: '0190a2b3-0000-7000-8000-000000000000', name: 'HB-01', currency: 'AFN', minorDigits: 2, quantum: '100' }
  const head = { sequence: '0', hash: '0'.repeat(64) }
  const empty = JSON.stringify({ format: 'lampline-journal/1', bank, funders: [], accounts: [], head })
  const [whole, none] = [join(folder, 'whole.jsonl'), join(folder, 'none.jsonl')]
  await writeFile(whole, `${empty}\n${sealLine([empty])}\n`)
  await writeFile(none, 'a letter')
  assert.deepEqual(await run(whole), { code: 0, said: `Whole: 0 entries, up to ${'0'.repeat(64)}.` })
  assert.deepEqual(await run(none), { code: 1, said: 'BROKEN at line 1: it is no journal of the form lampline-journal/1.' })
  assert.equal((await run(whole, '--head', 'abcdef12')).code, 1)
})

test('A file that is not there, and a head that is none, are named.', async () => {
  await assert.rejects(run(join(folder, 'nowhere')), Usage)
  await assert.rejects(run(folder), Usage)
  await assert.rejects(run(join(folder, 'x'), '--head', 'not a hash'), Usage)
  await assert.rejects(run(), Usage)
})
