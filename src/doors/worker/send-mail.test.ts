import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { writeLetter } from '#ground/mail'
import { findLetter, insertAttempt } from '#ground/mail-attempts'
import { type Mailer, openMailer } from '#ground/mailer'
import { resendLetter } from '#people/resend-letter'
import { signInLetter } from '#people/write-sign-in-letter'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { silentLog, testHouse } from '#testing/house'
import { sendMail } from './send-mail.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const keeper = await givenKeeper(house, organisation, 'administrator')

/** What the server is to do with the next letters. */
let mood: 'takes' | 'busy' | 'refuses' | 'hangs-up' = 'takes'
const taken: string[] = []
const errorOf = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, done) => done(mood === 'busy' ? errorOf(451, 'try later') : undefined),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      if (mood === 'refuses') return done(errorOf(550, 'no such person'))
      taken.push(Buffer.concat(parts).toString())
      if (mood !== 'hangs-up') return done()
      // The letter was taken, and the word on it never came back.
      for (const one of smtp.connections) (one as unknown as { close(): void }).close()
    })
  },
})
smtp.on('error', () => {})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
const { port } = smtp.server.address() as AddressInfo
const settings = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Lampline <lampline@example.org>', url: 'https://mentoring.example.org' }
const mailer = openMailer(settings, silentLog)
const nowhere = openMailer({ ...settings, smtpUrl: null }, silentLog)

async function givenLetter(kind = 'partnership.proposed', more: { title?: string; body?: string } = {}): Promise<string> {
  return house.write(async (tx) => {
    const about = tx.newId()
    const words = { title: 'Will you mentor Farid?', body: 'Dear Amina,\n\nwill you?\n\nAnswer here:\n/partnerships/31', ...more }
    await writeLetter(tx, { kind, about, recipient: keeper.id, organisation, address: 'amina@mail.localdomain', language: 'en', ...words })
    const mail = await tx.selectFrom('mails').select('id').where('about', '=', about).executeTakeFirstOrThrow()
    return mail.id
  })
}
const send = (mail: string, by: Mailer = mailer) => sendMail(house.database, by, mail)
const letter = async (mail: string) => (await house.read((db) => findLetter(db, mail))) ?? assert.fail('no letter')
const ids = () => taken.map((text) => /^Message-ID: (.*)\r$/im.exec(text)?.[1])
const later = () => house.setNow(house.now().add({ minutes: 1 }).toString())
/** What a process that was killed between DATA and the outcome leaves behind. */
const leaveAttempt = (mail: string) => house.write((tx) => insertAttempt(tx, mail))

test('A letter leaves once, says that nobody wrote it by hand, and carries its link.', async () => {
  const mail = await givenLetter('partnership.proposed', { title: `ا${'long title '.repeat(20)}` })
  taken.length = 0
  await send(mail)
  await send(mail)
  const { messageId, outcome } = await letter(mail)
  assert.equal(outcome, 'sent')
  assert.deepEqual(ids(), [messageId])
  const text = taken[0] ?? ''
  assert.match(text, /^Auto-Submitted: auto-generated\r$/im)
  assert.match(text, /^From: Lampline <lampline@example\.org>\r$/im)
  assert.match(text, /^To: amina@mail\.localdomain\r$/im)
  assert.match(text, /https:\/\/mentoring\.example\.org\/partnerships\/31/)
  assert.match(text, /Content-Type: text\/html/)
  assert.ok(text.split('\r\n').every((line) => line.length <= 998))
})

test('The attempt is kept before the letter leaves.', async () => {
  const mail = await givenLetter()
  let seen: string | null | undefined
  const watching: Mailer = {
    send: async () => {
      const row = await letter(mail)
      seen = row.attempt === null ? null : row.outcome
      return { outcome: 'sent', detail: null }
    },
  }
  await send(mail, watching)
  assert.equal(seen, null)
  const attempts = await house.read((db) => db.selectFrom('mailAttempts').select('id').where('mail', '=', mail).execute())
  assert.equal(attempts.length, 1)
})

test('Killed between DATA and the outcome, an ordinary letter waits for a person, and is not sent twice.', async () => {
  const mail = await givenLetter()
  await leaveAttempt(mail)
  taken.length = 0
  later()
  await send(mail)
  await send(mail)
  assert.deepEqual(taken, [])
  assert.equal((await letter(mail)).outcome, 'unsure')
  later()
  await house.writeAs(keeper.scope, (tx) => resendLetter(tx, { mail }))
  later()
  await send(mail)
  assert.deepEqual([ids(), (await letter(mail)).outcome], [[(await letter(mail)).messageId], 'sent'])
})

test('Killed there, a sign-in letter is sent again, with the same Message-ID, and its words are blanked.', async () => {
  const mail = await givenLetter(signInLetter, { body: 'Your code:\nABCDEFGH\n\n/sign-in/secret' })
  await leaveAttempt(mail)
  taken.length = 0
  later()
  await send(mail)
  const { messageId, outcome, body } = await letter(mail)
  assert.deepEqual([ids(), outcome, body], [[messageId], 'sent', ''])
  await leaveAttempt(mail)
  later()
  await send(mail)
  assert.equal(taken.length, 1, 'a blank letter does not leave')
})

test('Killed there, a letter about a concern is sent again with its words, since nobody sees in an outbox that it waits.', async () => {
  const mail = await givenLetter('concern.raised', { body: 'A concern was raised.\n\n/concerns/31' })
  await leaveAttempt(mail)
  taken.length = 0
  later()
  await send(mail)
  const { messageId, outcome, body } = await letter(mail)
  assert.deepEqual([ids(), outcome, body !== ''], [[messageId], 'sent', true])
})

test('A server that is busy, or away, is tried again later; the job is told.', async () => {
  const mail = await givenLetter()
  mood = 'busy'
  await assert.rejects(send(mail), /tried again later/)
  assert.equal((await letter(mail)).outcome, 'again')
  later()
  await assert.rejects(send(mail, openMailer({ ...settings, smtpUrl: 'smtp://127.0.0.1:1' }, silentLog)), /tried again later/)
  mood = 'takes'
  later()
  await send(mail)
  assert.equal((await letter(mail)).outcome, 'sent')
})

test('A letter that is refused for good has failed, with what the server said.', async () => {
  const mail = await givenLetter()
  mood = 'refuses'
  await send(mail)
  mood = 'takes'
  const { outcome, detail } = await letter(mail)
  assert.equal(outcome, 'failed')
  assert.match(detail ?? '', /no such person/)
})

test('A connection lost after DATA leaves an ordinary letter unsure.', async () => {
  const mail = await givenLetter()
  mood = 'hangs-up'
  await send(mail)
  mood = 'takes'
  assert.equal((await letter(mail)).outcome, 'unsure')
})

test('Without a mail server every letter is kept with its words, a sign-in letter too.', async () => {
  for (const kind of ['partnership.proposed', signInLetter]) {
    const mail = await givenLetter(kind)
    await send(mail, nowhere)
    const { outcome, body } = await letter(mail)
    assert.equal(outcome, 'kept')
    assert.notEqual(body, '')
  }
})

test('Two workers with one letter send it once.', async () => {
  const mail = await givenLetter()
  taken.length = 0
  await Promise.all([send(mail), send(mail), send(mail)])
  assert.ok(taken.length <= 1, `${taken.length} letters left`)
})

test('Where the settings ask for TLS, a letter does not leave without it.', async () => {
  mood = 'takes'
  const { port } = smtp.server.address() as AddressInfo
  const mail = { messageId: '<tls@lampline>', address: 'a@house.local', language: 'en', title: 'T', body: 'B' }
  const send = (more: string) =>
    openMailer({ smtpUrl: `smtp://127.0.0.1:${port}${more}`, mailFrom: 'l@house.local', url: 'http://localhost' }, silentLog).send(mail)
  const before = taken.length
  assert.equal((await send('?requireTLS=true')).outcome, 'again')
  assert.equal(taken.length, before)
  assert.equal((await send('')).outcome, 'sent')
})
