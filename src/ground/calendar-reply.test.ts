import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReplies, replyLimits } from './calendar-reply.ts'
import { appleReply, googleReply, outlookCounter, outlookReply } from './replies.testing.ts'

const replied = { uid: '5f1c@lampline', sequence: 1_001, address: 'amina@example.org', partstat: 'ACCEPTED' } as const
const stamped = (text: string) => Temporal.Instant.from(text)
const answer = { uid: '5f1c@lampline', attendee: 'amina@example.org', answer: 'accepted', sequence: 1_001, recurrenceId: null }

test('Replies of Google, Outlook and Apple are read alike.', () => {
  assert.deepEqual(readReplies(googleReply(replied)), [{ ...answer, stampedAt: stamped('2026-11-23T09:15:00Z') }])
  assert.deepEqual(readReplies(outlookReply(replied)), [{ ...answer, stampedAt: stamped('2026-11-23T09:16:00Z') }])
  assert.deepEqual(readReplies(appleReply(replied)), [{ ...answer, stampedAt: stamped('2026-11-23T09:17:00Z') }])
})

test('Every answer is read, with its lines broken by any system’s custom.', () => {
  for (const [partstat, meant] of [
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
  ] as const) {
    for (const write of [googleReply, outlookReply, appleReply]) {
      assert.equal(readReplies(write({ ...replied, partstat }).replaceAll('\r\n', '\n'))[0]?.answer, meant)
    }
  }
})

test('A reply that leaves out which invitation it answers is read without it.', () => {
  assert.equal(readReplies(outlookReply(replied, { saysSequence: false }))[0]?.sequence, null)
})

test('Another time proposed is read as asking for one, whatever the answer beside it.', () => {
  assert.equal(readReplies(outlookCounter(replied))[0]?.answer, 'another-time')
})

test('What is no answer is none: an invitation, a refusal of a proposal, somebody who has not answered, no calendar at all.', () => {
  const google = googleReply(replied)
  for (const text of [
    google.replace('METHOD:REPLY', 'METHOD:REQUEST'),
    google.replace('METHOD:REPLY', 'METHOD:DECLINECOUNTER'),
    google.replace('METHOD:REPLY\r\n', ''),
    google.replace('PARTSTAT=ACCEPTED', 'PARTSTAT=NEEDS-ACTION'),
    google.replace('PARTSTAT=ACCEPTED', 'PARTSTAT=DELEGATED'),
    google.replace('UID:5f1c@lampline\r\n', ''),
    google.replace(/ATTENDEE.*\r\n.*\r\n/, ''),
    google.replace('5f1c@lampline', 'x'.repeat(replyLimits.uidCharsMax + 1)),
    google.replace('DESCRIPTION:', `DESCRIPTION:${'x'.repeat(replyLimits.textCharsMax)}`),
    '',
    'Dear Lampline, I come.',
  ]) {
    assert.deepEqual(readReplies(text), [], text.slice(0, 200))
  }
})

test('A time that cannot be read, or a number that is none, is left out.', () => {
  const [reply] = readReplies(googleReply(replied).replace('20261123T091500Z', '20269999T091500Z').replace('SEQUENCE:1001', 'SEQUENCE:-4'))
  assert.deepEqual([reply?.stampedAt, reply?.sequence], [null, null])
})

test('Events and guests beyond what a reply has are not read.', () => {
  const google = googleReply(replied)
  const event = google.slice(google.indexOf('BEGIN:VEVENT'), google.indexOf('END:VCALENDAR'))
  assert.equal(readReplies(google.replace(event, event.repeat(50))).length, replyLimits.eventsMax)
  const guest = /ATTENDEE.*\r\n.*\r\n/.exec(google)?.[0] ?? ''
  assert.equal(readReplies(google.replace(guest, guest.repeat(50))).length, replyLimits.attendeesMax)
})

test('No text at all throws.', () => {
  const cut = fc.tuple(fc.constantFrom(googleReply(replied), outlookReply(replied), appleReply(replied)), fc.nat(1_500), fc.string())
  fc.assert(
    fc.property(cut, ([text, at, more]) => void readReplies(text.slice(0, at) + more + text.slice(at + more.length))),
    { numRuns: 500 },
  )
})
