import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Database } from '#ground/database'
import { inboundLimits } from '#ground/inbound-mail'
import { appleReply, replyLetter } from '#ground/replies.testing'
import { invited } from '#meetings/invited.testing'
import { standing } from '#meetings/meetings.testing'
import { silentLog, testHouse } from '#testing/house'
import { sweepMaildir } from './maildir.ts'

const house = await testHouse()
const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function maildir(letters: Record<string, Uint8Array | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lampline-maildir-'))
  folders.push(folder)
  mkdirSync(join(folder, 'new'))
  for (const [name, letter] of Object.entries(letters)) writeFileSync(join(folder, 'new', name), letter)
  return folder
}
const sweep = (folder: string, database: Database = house.database) =>
  sweepMaildir({ database, log: silentLog, now: () => Temporal.Now.instant() }, folder)
const listed = (folder: string) => ['new', 'cur', 'aside'].map((part) => readdirSync(join(folder, part)).toSorted())
const away = { write: () => Promise.reject(new Error('the database is away')) } as unknown as Database

test('New letters are taken and marked as read; an answer in one is an answer, any other letter is let go.', async () => {
  const { meeting, replied, address: from } = await invited(house)
  const letter = replyLetter(appleReply({ ...replied, partstat: 'DECLINED' }), { from })
  const folder = maildir({ '1.a.host': letter, '2.b.host': 'From: a@example.org\r\n\r\nHello.' })
  await sweep(folder)
  assert.deepEqual(listed(folder), [[], ['1.a.host:2,S', '2.b.host:2,S'], []])
  assert.equal(await standing(house, meeting), 'ask-to-move')
  await sweep(folder)
  assert.deepEqual(listed(folder)[1]?.length, 2)
})

test('What is no letter is kept aside: nothing in it, too much in it, a link to another file.', async () => {
  const folder = maildir({ empty: '', big: Buffer.alloc(inboundLimits.bytesMax + 1, 'x') })
  symlinkSync('/etc/passwd', join(folder, 'new', 'link'))
  await sweep(folder)
  assert.deepEqual(listed(folder), [[], [], ['big', 'empty', 'link']])
})

test('A letter that cannot be taken now is tried again, for a day; it holds up none behind it.', async () => {
  const { meeting, replied, address: from } = await invited(house)
  const letter = replyLetter(appleReply(replied), { from })
  const folder = maildir({ '1': letter, '2': 'From: a@example.org\r\n\r\nHello.', '3': letter })
  const dayAgo = Date.now() / 1_000 - 25 * 3_600
  utimesSync(join(folder, 'new', '3'), dayAgo, dayAgo)
  await assert.rejects(sweep(folder, away), /away/)
  assert.deepEqual(listed(folder), [['1'], ['2:2,S'], ['3']])
  await sweep(folder)
  assert.deepEqual(listed(folder), [[], ['1:2,S', '2:2,S'], ['3']])
  assert.equal(await standing(house, meeting), 'planned')
})
