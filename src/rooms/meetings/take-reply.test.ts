import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readInboundMail } from '#ground/inbound-mail'
import { appleReply, googleReply, outlookCounter, outlookReply, replyLetter } from '#ground/replies.testing'
import { testHouse } from '#testing/house'
import { cancelMeeting } from './cancel-meeting.ts'
import { invited } from './invited.testing.ts'
import { limits } from './meeting.ts'
import { answersTo } from './meeting-reads.ts'
import { lettersTo, local, meetingOf, standing } from './meetings.testing.ts'
import { moveMeeting } from './move-meeting.ts'
import { sayPlace } from './say-place.ts'
import { takeReply } from './take-reply.ts'
import { tellCannotCome } from './tell-cannot-come.ts'

const house = await testHouse()
const givenInvited = () => invited(house)

async function take(calendar: string, letter: { from: string; headers?: readonly string[]; messageId?: string }) {
  const mail = (await readInboundMail(replyLetter(calendar, letter))) ?? assert.fail('no letter')
  const taken = []
  for (const reply of mail.replies) taken.push(await house.write((tx) => takeReply(tx, { mail, reply })))
  return taken
}

const answersIn = async (meeting: string) => {
  const row = (await meetingOf(house, meeting)) ?? assert.fail('no meeting')
  return Object.fromEntries(await house.read((db) => answersTo(db, row)))
}
const counted = (meeting: string) =>
  house.read((db) => db.selectFrom('inboundMails').select(['outcome', 'person']).where('meeting', '=', meeting).orderBy('at').execute())
/** Another moment than that of the reply before. */
const later = (calendar: string, clock: string) => calendar.replace(/DTSTAMP:\d{8}T\d{6}Z/, `DTSTAMP:20261123T${clock}Z`)

test('A yes in Google, Outlook or Apple is that person’s yes; a no has the meeting ask to be moved, and the other told.', async () => {
  for (const write of [googleReply, outlookReply, appleReply]) {
    const { meeting, mentor, mentee, replied, address: from } = await givenInvited()
    assert.deepEqual(await take(write(replied), { from }), ['taken'])
    assert.deepEqual(await answersIn(meeting), { [mentor.id]: 'accepted' })
    house.setNow('2026-11-23T10:00:00Z')
    assert.deepEqual(await take(later(write({ ...replied, partstat: 'DECLINED' }), '100000'), { from }), ['taken'])
    assert.equal(await standing(house, meeting), 'ask-to-move')
    const news = (await house.news('meeting.answered')).filter(({ subject }) => subject === meeting)
    assert.deepEqual(
      news.map(({ facts }) => facts.answer),
      ['accepted', 'declined'],
    )
    await house.write((tx) => tellCannotCome(tx, news[1] ?? assert.fail('no news')))
    assert.deepEqual(
      (await lettersTo(house, meeting, 'meeting.cannot-come')).map(({ recipient }) => recipient),
      [mentee.id],
    )
  }
})

test('Who proposes another time in Outlook cannot come at this one.', async () => {
  const { meeting, mentor, replied, address: from } = await givenInvited()
  assert.deepEqual(await take(outlookCounter(replied), { from }), ['taken'])
  assert.deepEqual(await answersIn(meeting), { [mentor.id]: 'declined' })
})

test('A reply that is not from the address that was invited changes nothing, and is counted without a name.', async () => {
  const { meeting, replied, address: from, other } = await givenInvited()
  const no = { ...replied, partstat: 'DECLINED' as const }
  assert.deepEqual(await take(googleReply(no), { from: 'mallory@example.org' }), ['forged'], 'from another')
  assert.deepEqual(await take(googleReply({ ...no, address: 'mallory@example.org' }), { from }), ['forged'], 'in another’s name')
  assert.deepEqual(await take(googleReply(no), { from: other }), ['forged'], 'by the partner')
  assert.deepEqual(
    await take(googleReply({ ...no, address: 'mallory@example.org' }), { from: 'mallory@example.org' }),
    ['forged'],
    'a stranger',
  )
  const headers = ['Authentication-Results: mx.example.net; dmarc=fail header.from=example.org']
  assert.deepEqual(await take(outlookReply(no), { from, headers }), ['forged'], 'found false by our server')
  assert.deepEqual(await answersIn(meeting), {})
  assert.equal(await standing(house, meeting), 'planned')
  assert.deepEqual(
    await counted(meeting),
    Array.from({ length: 5 }, () => ({ outcome: 'forged', person: null })),
  )
})

test('Forged replies are counted up to a limit, and a true one is taken after any number of them.', async () => {
  const { meeting, replied, address: from } = await givenInvited()
  const mail = { messageId: '', from: 'mallory@example.org', isRefused: false }
  const reply = { uid: replied.uid, attendee: from, answer: 'declined', sequence: 1_000, stampedAt: null, recurrenceId: null } as const
  for (let nth = 0; nth < limits.forgedCountedMax + 5; nth += 1) {
    await house.write((tx) => takeReply(tx, { mail: { ...mail, messageId: `<${nth}@x>` }, reply }))
  }
  assert.equal((await counted(meeting)).length, limits.forgedCountedMax)
  assert.deepEqual(await take(googleReply(replied), { from }), ['taken'])
})

test('The same reply five times at once, by whatever way and name, is one.', async () => {
  const { meeting, replied, address: from } = await givenInvited()
  const again = Array.from({ length: 5 }, (_, nth) => take(googleReply(replied), { from, messageId: `<${nth}@mail.example.org>` }))
  const taken = (await Promise.all(again)).flat().toSorted()
  assert.deepEqual(taken, ['again', 'again', 'again', 'again', 'taken'])
  assert.equal((await house.news('meeting.answered')).filter(({ subject }) => subject === meeting).length, 1)
})

test('A reply to a time that stands no more is remembered, and changes nothing; one from before the place changed still counts.', async () => {
  const { meeting, mentor, mentee, replied, address: from } = await givenInvited()
  const no = googleReply({ ...replied, partstat: 'DECLINED' })
  await house.writeAs(mentee.scope, (tx) =>
    moveMeeting(tx, { meeting, nth: 1, local: local('2026-11-26T10:00'), zone: 'UTC', minutes: 45 }),
  )
  assert.deepEqual(await take(no, { from }), ['stale'])
  assert.equal(await standing(house, meeting), 'planned')
  assert.deepEqual(await counted(meeting), [{ outcome: 'stale', person: mentor.id }])
  await house.writeAs(mentee.scope, (tx) => sayPlace(tx, { meeting, place: 'Room 5' }))
  const yes = googleReply({ ...replied, sequence: 2_000 })
  assert.deepEqual(await take(later(yes, '110000'), { from }), ['taken'])
})

test('Replies that overtake each other on the way end as they were given.', async () => {
  const { meeting, mentor, replied, address: from } = await givenInvited()
  const [yes, no] = [googleReply(replied), googleReply({ ...replied, partstat: 'DECLINED' })]
  house.setNow('2026-11-23T12:00:00Z')
  assert.deepEqual(await take(later(no, '110000'), { from }), ['taken'])
  assert.deepEqual(await take(later(yes, '100000'), { from }), ['stale'])
  assert.deepEqual(await answersIn(meeting), { [mentor.id]: 'declined' })
})

test('A program whose clock goes fast does not speak for the hours to come.', async () => {
  const { meeting, mentor, replied, address: from } = await givenInvited()
  const fast = googleReply({ ...replied, partstat: 'DECLINED' }).replace(/DTSTAMP:\d{8}/, 'DTSTAMP:20291123')
  assert.deepEqual(await take(fast, { from }), ['taken'])
  house.setNow('2026-11-23T12:00:00Z')
  assert.deepEqual(await take(later(googleReply(replied), '115900'), { from }), ['taken'])
  assert.deepEqual(await answersIn(meeting), { [mentor.id]: 'accepted' })
})

test('A program that does not say which invitation it answers is believed, unless it answered before the newest was written.', async () => {
  const { meeting, mentee, replied, address: from } = await givenInvited()
  const silent = outlookReply(replied, { saysSequence: false })
  assert.deepEqual(await take(silent, { from }), ['taken'])
  house.setNow('2026-11-23T12:00:00Z')
  await house.writeAs(mentee.scope, (tx) =>
    moveMeeting(tx, { meeting, nth: 1, local: local('2026-11-26T10:00'), zone: 'UTC', minutes: 45 }),
  )
  assert.deepEqual(await take(later(silent, '113000'), { from }), ['stale'])
  assert.deepEqual(await take(later(silent, '123000'), { from }), ['taken'])
})

test('A reply to what was cancelled or has begun, to one of a series, or to no meeting of ours, changes nothing.', async () => {
  const { meeting, mentor, replied, address: from } = await givenInvited()
  const yes = googleReply(replied)
  assert.deepEqual(await take(yes.replace('SUMMARY', 'RECURRENCE-ID:20261124T053000Z\r\nSUMMARY'), { from }), ['unknown'])
  for (const uid of ['8e1f0a52-0000-7000-8000-000000000000@lampline', 'x@lampline', `${meeting}@google.com`, "';drop@lampline"]) {
    assert.deepEqual(await take(googleReply({ ...replied, uid }), { from }), ['unknown'], uid)
  }
  await house.writeAs(mentor.scope, (tx) => cancelMeeting(tx, { meeting }))
  assert.deepEqual(await take(yes, { from }), ['over'])
  const begun = await givenInvited()
  house.setNow('2026-11-25T11:00:00Z')
  assert.deepEqual(await take(googleReply(begun.replied), { from: begun.address }), ['over'])
  assert.deepEqual([await answersIn(meeting), await answersIn(begun.meeting)], [{}, {}])
})

test('Who came back in letters is read by the house alone.', async () => {
  const { meeting, mentor, replied, address: from } = await givenInvited()
  await take(googleReply(replied), { from })
  const seen = await house.database.read(mentor.scope, (db) => db.selectFrom('inboundMails').select('id').execute())
  assert.deepEqual(seen, [])
  assert.equal((await counted(meeting)).length, 1)
})
