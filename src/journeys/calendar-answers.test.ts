import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import pg from 'pg'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { houseScope } from '#ground/db'
import { appleReply, googleReply, outlookReply, replyLetter } from '#ground/replies.testing'
import { arranged, standing } from '#meetings/meetings.testing'
import { moveMeeting } from '#meetings/move-meeting'
import { givenUnderWay } from '#partnerships/stages.testing'
import { openTestDoors } from '#testing/doors'
import type { TestHouse } from '#testing/house'
import { urlOf } from '#testing/server'

const arrived: Email[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', async () => {
      arrived.push(await PostalMime.parse(Buffer.concat(parts), { attachmentEncoding: 'utf8' }))
      done()
    })
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

const secret = 'a-secret-of-many-characters'
const doors = await openTestDoors({
  SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
  MAIL_FROM: 'Lampline <mentoring@mail.localdomain>',
  MAIL_IN_SECRET: secret,
})
const { database, now } = doors.house
/** The running house, for those who make what a story begins with. */
const house = {
  database,
  now,
  setNow: () => assert.fail('this house has a clock of its own'),
  read: (work) => database.read(houseScope, work),
  write: (work) => database.write(houseScope, work),
  writeAs: (scope, work) => database.write(scope, work),
} satisfies Partial<TestHouse> as unknown as TestHouse

/** Gives somebody an address that a mail server is asked for; those of the tests are nobody's by agreement, and are kept. */
async function moveAddress(person: string): Promise<string> {
  const owner = new pg.Client({ connectionString: urlOf(doors.databaseName) })
  await owner.connect()
  const address = `${person}@mail.localdomain`
  await owner.query('update contacts set address = $1, folded = $1 where person = $2', [address, person])
  await owner.end()
  return address
}

async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (let waits = 0; waits < 150; waits += 1) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return assert.fail(`${what} did not come`)
}

/** What a calendar program holds after a letter: the newest with a calendar in it, for a meeting, to an address. */
const held = (address: string, meeting: string, sequenceMin = 0) =>
  until(`an invitation to ${address}`, () => {
    for (const mail of arrived.toReversed()) {
      const text = String(mail.attachments[0]?.content ?? '')
      if (mail.to?.[0]?.address !== address || !text.includes(meeting)) continue
      const event = new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vevent') ?? assert.fail('no event')
      const value = (name: string) => String(event.getFirstPropertyValue(name))
      const [uid, sequence, organizer] = [value('uid'), Number(value('sequence')), value('organizer')]
      if (sequence >= sequenceMin) return { uid, sequence, organizer, from: mail.from?.address, startsAt: value('dtstart') }
    }
    return undefined
  })

const bring = async (letter: Uint8Array) => {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' }
  const { status } = await fetch(new URL('/inbound-mail', doors.url), { method: 'POST', headers, body: Buffer.from(letter) })
  assert.equal(status, 204)
}

const lettersTo = (address: string, kind: string) =>
  house.read((db) => db.selectFrom('mails').select('id').where('address', '=', address).where('kind', '=', kind).execute())

for (const [program, write] of [
  ['Google', googleReply],
  ['Outlook', outlookReply],
  ['Apple', appleReply],
] as const) {
  test(`A meeting goes out to a calendar and its answer comes back by ${program}: a no tells the other, and a new time stands.`, {
    timeout: 120_000,
  }, async () => {
    const pair = await givenUnderWay(house)
    const addresses = { mentor: await moveAddress(pair.mentor.id), mentee: await moveAddress(pair.mentee.id) }
    const startsAt = now().round('hour').add({ hours: 72 })
    const meeting = await arranged(house, pair, startsAt, 'https://meet.example.org/room')

    const invitation = await held(addresses.mentor, meeting)
    assert.equal(invitation.organizer, `mailto:${invitation.from}`)
    assert.equal(invitation.startsAt, startsAt.toString())
    const { uid, sequence } = invitation
    const no = write({ uid, sequence, address: addresses.mentor, partstat: 'DECLINED' })
    for (let times = 0; times < 2; times += 1) await bring(replyLetter(no, { from: addresses.mentor }))
    assert.equal(await standing(house, meeting), 'ask-to-move')
    await until('the letter to the other', async () => (await lettersTo(addresses.mentee, 'meeting.cannot-come')).length === 1)

    const local = startsAt.add({ hours: 24 }).toZonedDateTimeISO('UTC').toPlainDateTime()
    await house.writeAs(pair.mentee.scope, (tx) => moveMeeting(tx, { meeting, nth: 1, local, zone: 'UTC', minutes: 45 }))
    const moved = await held(addresses.mentor, meeting, sequence + 1)
    assert.deepEqual([moved.uid, moved.startsAt], [uid, startsAt.add({ hours: 24 }).toString()])
    const late = no.replace(/DTSTAMP:\d+/, 'DTSTAMP:20261124')
    await bring(replyLetter(late, { from: addresses.mentor, messageId: '<late@mail.localdomain>' }))
    assert.equal(await standing(house, meeting), 'planned', 'the no was to the time before')
    assert.equal((await lettersTo(addresses.mentee, 'meeting.cannot-come')).length, 1)
  })
}
