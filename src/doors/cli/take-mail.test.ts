import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Builders, House } from '#ground/house'
import { inboundLimits } from '#ground/inbound-mail'
import { outlookReply, replyLetter } from '#ground/replies.testing'
import { invited } from '#meetings/invited.testing'
import { standing } from '#meetings/meetings.testing'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { takeMailCommand } from './take-mail.ts'
import { type Io, readUpTo, Usage } from './terminal.ts'

const house = await testHouse()

async function run(input: Uint8Array | null, args: string[] = [], isAway = false) {
  const said = { err: '', closed: 0, opened: 0 }
  const io = { err: (text: string) => void (said.err += text), readInput: async () => input } as unknown as Io
  const builders: Builders = {
    openHouse: async () => {
      said.opened += 1
      if (isAway) throw new Error('the database is away')
      return { ...realHands, database: house.database, log: silentLog, close: async () => void said.closed++ } as unknown as House
    },
    openGround: () => Promise.reject(new Error('not needed here')),
  }
  return { ...said, code: await takeMailCommand(args, testConfig, silentLog, io, builders), said }
}

test('A letter that a mail server pipes in is taken beside the running house.', async () => {
  const { meeting, replied, address: from } = await invited(house)
  const { code, said } = await run(replyLetter(outlookReply({ ...replied, partstat: 'DECLINED' }), { from }))
  assert.deepEqual([code, said.err, said.closed], [0, '', 1])
  assert.equal(await standing(house, meeting), 'ask-to-move')
})

test('What is nothing for us is let go without a word, as the mail server would send it back.', async () => {
  for (const input of [Buffer.from('From: a@example.org\r\n\r\nHello.'), new Uint8Array()]) assert.equal((await run(input)).code, 0)
  const tooLong = await run(null)
  assert.deepEqual([tooLong.code, tooLong.said.opened], [0, 0])
})

test('While the house cannot be opened the mail server is told to come again.', async () => {
  const { code, said } = await run(Buffer.from('From: a@example.org\r\n\r\nHello.'), [], true)
  assert.equal(code, 75)
  assert.match(said.err, /later/)
})

test('More words than the command has are refused.', async () => {
  await assert.rejects(run(null, ['letter.eml']), Usage)
})

test('Standing input is read to its end, and kept only up to a limit.', async () => {
  async function* stream(parts: number) {
    for (let nth = 0; nth < parts; nth += 1) yield Buffer.alloc(1_000, 'x')
  }
  assert.equal((await readUpTo(stream(3), 3_000))?.length, 3_000)
  assert.equal(await readUpTo(stream(4), 3_000), null)
  assert.equal(inboundLimits.bytesMax, 1_000_000)
})
