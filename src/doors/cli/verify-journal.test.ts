import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
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
  const empty = { format: 'lampline-journal/1', bank: { id: 'b' }, accounts: [], head: { sequence: '0', hash: '0'.repeat(64) } }
  const [whole, none] = [join(folder, 'whole.jsonl'), join(folder, 'none.jsonl')]
  await writeFile(whole, JSON.stringify(empty))
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
