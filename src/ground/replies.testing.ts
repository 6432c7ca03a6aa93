/** What a reply is to, and by whom. */
type Replied = { uid: string; sequence: number; address: string; partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' }

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`

/** A reply as Google Calendar writes it: times in UTC, everything of the invitation repeated. */
export const googleReply = ({ uid, sequence, address, partstat }: Replied) =>
  lines(
    ...['BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:REPLY'],
    ...['BEGIN:VEVENT', 'DTSTART:20261124T053000Z', 'DTEND:20261124T061500Z', 'DTSTAMP:20261123T091500Z'],
    ...['ORGANIZER;CN=Lampline:mailto:lampline@example.org', `UID:${uid}`],
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${address}`,
    ` ;X-NUM-GUESTS=0:mailto:${address}`,
    ...['CLASS:PRIVATE', 'CREATED:20261123T080000Z', 'DESCRIPTION:', 'LAST-MODIFIED:20261123T091500Z', 'LOCATION:', `SEQUENCE:${sequence}`],
    ...['STATUS:CONFIRMED', 'SUMMARY:Mentoring meeting with Farid', 'TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR'],
  )

/** As Exchange writes it: its own names of zones, the answer before the title, the answer itself in small letters by some. */
export const outlookReply = ({ uid, sequence, address, partstat }: Replied, more: { saysSequence?: boolean } = {}) =>
  lines(
    ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0', 'BEGIN:VTIMEZONE'],
    ...['TZID:Afghanistan Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0430', 'TZOFFSETTO:+0430'],
    ...['END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0430', 'TZOFFSETTO:+0430', 'END:DAYLIGHT'],
    ...['END:VTIMEZONE', 'BEGIN:VEVENT', `ATTENDEE;PARTSTAT=${partstat.toLowerCase()};CN=Amina Rahimi:MAILTO:${address.toUpperCase()}`],
    ...['COMMENT;LANGUAGE=en-US:\\n', `UID:${uid}`, 'SUMMARY;LANGUAGE=en-US:Accepted: Mentoring meeting with Farid'],
    ...['DTSTART;TZID=Afghanistan Standard Time:20261124T100000', 'DTEND;TZID=Afghanistan Standard Time:20261124T104500'],
    ...['CLASS:PRIVATE', 'PRIORITY:5', 'DTSTAMP:20261123T091600Z', 'TRANSP:OPAQUE', 'STATUS:CONFIRMED'],
    ...(more.saysSequence === false ? [] : [`SEQUENCE:${sequence}`]),
    ...['LOCATION;LANGUAGE=en-US:', 'X-MICROSOFT-CDO-APPT-SEQUENCE:0', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'END:VEVENT', 'END:VCALENDAR'],
  )

/** As Apple's Calendar writes it: few lines, the account named by its own address and that of the mail beside it. */
export const appleReply = ({ uid, sequence, address, partstat }: Replied) =>
  lines(
    ...['BEGIN:VCALENDAR', 'CALSCALE:GREGORIAN', 'METHOD:REPLY', 'PRODID:-//Apple Inc.//macOS 15.1//EN', 'VERSION:2.0'],
    ...['BEGIN:VTIMEZONE', 'TZID:Asia/Kabul', 'BEGIN:STANDARD', 'DTSTART:19450101T000000', 'TZNAME:GMT+4:30', 'TZOFFSETFROM:+0400'],
    ...['TZOFFSETTO:+0430', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    `ATTENDEE;CN="Amina Rahimi";CUTYPE=INDIVIDUAL;EMAIL="${address}";PARTSTAT=`,
    ` ${partstat};ROLE=REQ-PARTICIPANT:urn:uuid:2f6c9c8e-37a1-4a07-9b04-5b6f2a1e77d0`,
    ...['DTEND;TZID=Asia/Kabul:20261124T104500', 'DTSTAMP:20261123T091700Z', 'DTSTART;TZID=Asia/Kabul:20261124T100000'],
    ...['LAST-MODIFIED:20261123T091700Z', 'ORGANIZER;CN="Lampline":mailto:lampline@example.org', `SEQUENCE:${sequence}`],
    ...['SUMMARY:Mentoring meeting with Farid', `UID:${uid}`, 'END:VEVENT', 'END:VCALENDAR'],
  )

/** As Outlook writes that somebody proposes another time. */
export const outlookCounter = (replied: Omit<Replied, 'partstat'>) =>
  outlookReply({ ...replied, partstat: 'TENTATIVE' })
    .replace('METHOD:REPLY', 'METHOD:COUNTER')
    .replace('20261124T100000', '20261125T100000')
    .replace('20261124T104500', '20261125T104500')
    .replace('Accepted: ', 'New Time Proposed: ')

/** A reply in its letter, as programs send it: beside the words, and as a file. */
export function replyLetter(
  calendar: string,
  { from, headers = [], messageId = '<reply-1@mail.example.org>' }: { from: string; headers?: readonly string[]; messageId?: string },
): Uint8Array {
  const folded = (text: string) =>
    Buffer.from(text)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n')
  const method = /METHOD:(\w+)/.exec(calendar)?.[1] ?? 'REPLY'
  const part = (type: string, text: string) =>
    `--mix\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${folded(text)}\r\n`
  return Buffer.from(
    [
      ...headers,
      ...[`From: Amina Rahimi <${from}>`, 'To: lampline@example.org', 'Subject: Accepted: Mentoring meeting', `Message-ID: ${messageId}`],
      ...['Date: Mon, 23 Nov 2026 09:15:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=mix', '', ''],
    ].join('\r\n') +
      part('text/plain; charset=utf-8', 'Amina has accepted.') +
      part(`text/calendar; charset=UTF-8; method=${method}`, calendar) +
      part('application/ics; name="invite.ics"', calendar) +
      '--mix--\r\n',
  )
}
