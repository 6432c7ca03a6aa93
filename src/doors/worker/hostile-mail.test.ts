import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { openMailer } from '#ground/mailer'
import { silentLog } from '#testing/house'

const reached: string[] = []
const letters: string[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onMailFrom: ({ address }, _session, done) => done(void reached.push(`from ${address}`)),
  onRcptTo: ({ address }, _session, done) => done(void reached.push(`to ${address}`)),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => done(void letters.push(Buffer.concat(parts).toString())))
  },
})
smtp.on('error', () => {})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

const { port } = smtp.server.address() as AddressInfo
const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'lamp@house.local', url: 'http://localhost' }, silentLog)
const send = (more: { address?: string; title?: string; body?: string }) =>
  mailer.send({ messageId: '<1@lampline>', address: 'amina@house.local', language: 'en', title: 'T', body: 'B', ...more })

test('Line breaks in a title or a text make no header, no second letter and no second reader.', async () => {
  const hostile = 'Hello\r\nBcc: evil@house.local\r\nX-Evil: 1\r\n\r\nevil body\r\n.\r\nMAIL FROM:<evil@house.local>\r\n'
  assert.equal((await send({ title: hostile, body: hostile })).outcome, 'sent')
  assert.deepEqual(reached.splice(0), ['from lamp@house.local', 'to amina@house.local'])
  assert.equal(letters.length, 1)
  const read = await PostalMime.parse(letters.splice(0)[0] ?? '')
  assert.deepEqual(
    read.headers.map(({ key }) => key).filter((key) => /bcc|evil/i.test(key)),
    [],
  )
  assert.match(read.text ?? '', /^MAIL FROM:<evil@house.local>$/m)
  assert.doesNotMatch(read.html ?? '', /<evil@house/)
})

test('An address with a command in it reaches nobody else.', async () => {
  for (const address of [
    'amina@house.local>\r\nRCPT TO:<evil@house.local',
    'amina@house.local, evil@house.local',
    '<evil@house.local>, x',
  ]) {
    await send({ address })
    assert.ok(!reached.splice(0).includes('to evil@house.local'), address)
    letters.splice(0)
  }
})

test('A mail server with a certificate that nobody vouches for gets no letter, and the letter waits.', async () => {
  const taken: string[] = []
  const strange = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    onMailFrom: ({ address }, _session, done) => done(void taken.push(address)),
  })
  strange.on('error', () => {})
  await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve))
  const at = strange.server.address() as AddressInfo
  const config = { smtpUrl: `smtp://127.0.0.1:${at.port}`, mailFrom: 'lamp@house.local', url: 'http://localhost' }
  const mail = { messageId: '<2@lampline>', address: 'amina@house.local', language: 'en', title: 'T', body: 'B' }
  const { outcome, detail } = await openMailer(config, silentLog).send(mail)
  await new Promise<void>((resolve) => strange.close(() => resolve()))
  assert.equal(outcome, 'again')
  assert.match(detail ?? '', /certificate/i)
  assert.deepEqual(taken, [])
})
