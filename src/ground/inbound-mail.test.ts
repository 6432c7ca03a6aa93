import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inboundLimits, readInboundMail } from './inbound-mail.ts'
import { appleReply, googleReply, outlookCounter, outlookReply, replyLetter } from './replies.testing.ts'

const from = 'amina@example.org'
const replied = { uid: '5f1c@lampline', sequence: 1_001, address: from, partstat: 'DECLINED' } as const
const google = googleReply(replied)
const read = (headers: readonly string[] = [], calendar = google) => readInboundMail(replyLetter(calendar, { from, headers }))
const results = (text: string) => `Authentication-Results: ${text}`

test('A letter of each program is read: who it is from, its name, and its one answer, though it stands there twice.', async () => {
  for (const calendar of [google, outlookReply(replied), appleReply(replied), outlookCounter(replied)]) {
    const mail = await read([], calendar)
    assert.deepEqual([mail?.from, mail?.messageId, mail?.isRefused], [from, '<reply-1@mail.example.org>', false])
    assert.deepEqual(
      mail?.replies.map(({ uid, attendee }) => [uid, attendee]),
      [['5f1c@lampline', from]],
    )
  }
})

test('A letter is refused where our own server says that it is not from where it says.', async () => {
  const refused = async (...headers: string[]) => (await read(headers))?.isRefused
  assert.equal(await refused(results('mx.example.net; spf=pass smtp.mailfrom=example.org; dkim=pass; dmarc=pass')), false)
  for (const check of ['dmarc=fail (p=NONE) header.from=example.org', 'spf=fail', 'dkim=fail reason="bad signature"', 'spf=softfail']) {
    assert.equal(await refused(results(`mx.example.net; ${check}`)), true, check)
  }
  assert.equal(await refused(results('mx.example.net;\r\n dkim=none;\r\n dmarc=fail')), true, 'folded')
  assert.equal(await refused(results('mx.example.net; dkim=pass'), results('mx.example.net; dmarc=fail')), true, 'in two headers')
  assert.equal(await refused(results('mx.example.net; spf=fail; dkim=pass; dmarc=pass')), false, 'forwarded')
  assert.equal(
    await refused(results('mx.example.net; dmarc=fail'), results('sender.example; dmarc=pass')),
    true,
    'below is the sender’s own',
  )
  assert.equal(await refused(results('mx.example.net; dkim=pass'), results('sender.example; dmarc=fail')), false)
  const crafted = ['smtp.mailfrom=dmarc=pass@evil.example', 'smtp.mailfrom="x; dmarc=pass; y"@evil.example', '(; dmarc=pass; )']
  for (const words of crafted) assert.equal(await refused(results(`mx.example.net; spf=fail ${words}; dmarc=fail`)), true, words)
})

test('A letter from two, or from nobody, is from nobody.', async () => {
  const letter = Buffer.from(replyLetter(google, { from })).toString()
  const fromLine = `From: Amina Rahimi <${from}>`
  for (const other of [
    `${fromLine}\r\nFrom: other@example.org`,
    'X-From: nobody',
    'From: Team: a@example.org, b@example.org;',
    `From: Team: ${from};`,
    `${fromLine}, other@example.org`,
  ]) {
    assert.equal((await readInboundMail(Buffer.from(letter.replace(fromLine, other))))?.from, null, other)
  }
})

test('A letter without a name of its own is known by what it is.', async () => {
  const letter = Buffer.from(
    Buffer.from(replyLetter(google, { from }))
      .toString()
      .replace(/Message-ID.*\r\n/, ''),
  )
  const [one, two] = [await readInboundMail(letter), await readInboundMail(letter)]
  assert.ok(one && one.messageId === two?.messageId && /^[0-9a-f]{64}$/.test(one.messageId))
})

test('What is no letter, or is too big or too deep, is nothing; an ordinary letter has no answers.', async () => {
  assert.equal(await readInboundMail(new Uint8Array()), null)
  assert.equal(await readInboundMail(Buffer.alloc(inboundLimits.bytesMax + 1, 'x')), null)
  const deep = Array.from({ length: 40 }, (_, nth) => `Content-Type: multipart/mixed; boundary=b${nth}\r\n\r\n--b${nth}`).join('\r\n')
  assert.equal(await readInboundMail(Buffer.from(`From: ${from}\r\n${deep}\r\n`)), null)
  const wide = Array.from({ length: 5_000 }, () => `X-Long: ${'x'.repeat(60)}`).join('\r\n')
  assert.equal(await readInboundMail(Buffer.from(`From: ${from}\r\n${wide}\r\n\r\nhello`)), null)
  assert.deepEqual((await readInboundMail(Buffer.from(`From: ${from}\r\n\r\nI come.`)))?.replies, [])
  const forwarded = `From: ${from}\r\nContent-Type: message/rfc822\r\n\r\n${Buffer.from(replyLetter(google, { from }))}`
  assert.deepEqual((await readInboundMail(Buffer.from(forwarded)))?.replies, [], 'a letter within a letter is not an answer')
})

test('A letter made to be slow to read is not.', async () => {
  const slow = (head: string, body: string) =>
    Buffer.from(`${head}From: ${from}\r\nContent-Type: multipart/mixed; boundary=edge\r\n\r\n${body}`)
  const letters = [
    slow(`Authentication-Results: mx.example.net; ${'"\\'.repeat(75_000)}\r\n`, ''),
    ...['\r\n', 'x\r\n', '--edge\r\n\r\n'].map((piece) => slow('', piece.repeat(950_000 / piece.length))),
  ]
  for (const letter of letters) {
    const start = performance.now()
    await readInboundMail(letter)
    assert.ok(performance.now() - start < 1_500, letter.subarray(0, 120).toString())
  }
})

test('No bytes at all throw.', async () => {
  const letter = replyLetter(google, { from })
  await fc.assert(
    fc.asyncProperty(fc.nat(letter.length), fc.uint8Array({ maxLength: 40 }), async (at, more) => {
      await readInboundMail(Buffer.concat([letter.subarray(0, at), more, letter.subarray(at + more.length)]))
    }),
    { numRuns: 200 },
  )
})
