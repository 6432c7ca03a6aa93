import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { invitationFile, type Method } from '#ground/calendar-file'
import { writeLetter } from '#ground/mail'
import { calendarWith } from '#ground/mail-attempts'
import { openMailer } from '#ground/mailer'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { silentLog, testHouse } from '#testing/house'
import { sendMail } from './send-mail.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const keeper = await givenKeeper(house, organisation, 'administrator')
const taken: Buffer[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      taken.push(Buffer.concat(parts))
      done()
    })
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
const { port } = smtp.server.address() as AddressInfo
const mailer = openMailer(
  { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Lampline, mentoring <mentoring@example.org>', url: 'https://mentoring.example.org' },
  silentLog,
)

const address = 'amina@mail.localdomain'
const event = {
  uid: '5f1c@lampline',
  sequence: 1_000,
  startsAt: Temporal.Instant.from('2026-11-24T05:30:00Z'),
  minutes: 45,
  zone: 'Asia/Kabul',
  title: `دیدار با فرید ${'و دیگران '.repeat(10)}`,
  page: '/meetings/31',
  changedAt: house.now(),
}

async function givenInvitation(method: Method): Promise<string> {
  return house.write(async (tx) => {
    const about = tx.newId()
    const text = invitationFile(method, event, { name: 'Amina', address, answer: null }, tx.now)
    const words = { language: 'en' as const, title: 'A meeting', body: 'Dear Amina,\n\nOpen it:\n/meetings/31' }
    const letter = { kind: 'meeting.invitation', about, recipient: keeper.id, organisation, address, ...words }
    await writeLetter(tx, { ...letter, calendar: { method, text } })
    return (await tx.selectFrom('mails').select('id').where('about', '=', about).executeTakeFirstOrThrow()).id
  })
}

async function sent(method: Method) {
  taken.length = 0
  await sendMail(house.database, mailer, await givenInvitation(method))
  const bytes = taken[0] ?? assert.fail('nothing left')
  return { text: bytes.toString(), mail: await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' }) }
}

test('An invitation leaves beside the words of its letter, named by its method, and as a file.', async () => {
  const { text, mail } = await sent('REQUEST')
  assert.match(text, /^Content-Type: multipart\/mixed/im)
  const alternative = text.slice(text.search(/^Content-Type: multipart\/alternative/im))
  assert.match(alternative, /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r$/im)
  assert.ok(alternative.search(/text\/html/) < alternative.search(/text\/calendar/), 'the last of what is alike is what a program prefers')
  const files = mail.attachments.map(({ mimeType, filename, method }) => ({ mimeType, filename, method }))
  assert.ok(files.some((file) => file.mimeType === 'text/calendar' && file.method === 'REQUEST'))
  assert.ok(files.some((file) => file.mimeType === 'application/ics' && file.filename === 'invite.ics'))
  const words = new Set(mail.attachments.map(({ content }) => String(content).trim()))
  assert.equal(words.size, 1, 'both are the same')
})

test('Who organises it is who the letter is from, so that the answer comes back; what was said arrives as it was said.', async () => {
  const { mail } = await sent('REQUEST')
  const words = String(mail.attachments[0]?.content)
  const read = new ICAL.Component(ICAL.parse(words) as never).getFirstSubcomponent('vevent')
  assert.equal(read?.getFirstPropertyValue('organizer'), `mailto:${mail.from?.address}`)
  assert.equal(mail.from?.address, 'mentoring@example.org')
  assert.equal(read?.getFirstPropertyValue('summary'), event.title)
  assert.equal(read?.getFirstPropertyValue('url'), 'https://mentoring.example.org/meetings/31')
})

test('A cancellation leaves as one.', async () => {
  const { text, mail } = await sent('CANCEL')
  assert.match(text, /method=CANCEL/)
  assert.match(String(mail.attachments[0]?.content), /METHOD:CANCEL/)
})

test('What goes with a letter says where two meet: who keeps the outbox does not read it.', async () => {
  const mail = await givenInvitation('REQUEST')
  assert.ok(await house.read((db) => calendarWith(db, mail)))
  assert.equal(await house.database.read(keeper.scope, (db) => calendarWith(db, mail)), undefined)
})
