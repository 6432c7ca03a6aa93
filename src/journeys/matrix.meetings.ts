import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import { arrangeMeeting } from '#meetings/arrange-meeting'
import { feedOf } from '#meetings/feed-reads'
import { offerTimes } from '#meetings/offer-times'
import { renewFeed } from '#meetings/renew-feed'
import { setRhythm } from '#meetings/set-rhythm'
import { anyone, type Row, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const theTwo: Row = ['mentor', 'mentee']

export const meetingsMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/meetings': theTwo,
    'POST /partnerships/:partnership/meetings': theTwo,
    'POST /partnerships/:partnership/meeting-offers': theTwo,
    'POST /meeting-offers/:offer/taking': theTwo,
    'POST /meeting-offers/:offer/ending': theTwo,
    'POST /partnerships/:partnership/rhythm': theTwo,
    'POST /partnerships/:partnership/rhythm-ending': theTwo,
    'POST /partnerships/:partnership/meeting-log': theTwo,
    'GET /meetings/:meeting': theTwo,
    'POST /meetings/:meeting/time': theTwo,
    'POST /meetings/:meeting/place': theTwo,
    'POST /meetings/:meeting/answer': theTwo,
    'POST /meetings/:meeting/cancellation': theTwo,
    'POST /meetings/:meeting/statements': theTwo,
    'POST /meetings/:meeting/messages': theTwo,
    'POST /meetings/:meeting/draft': theTwo,
    'GET /me/calendar': signedIn,
    'POST /me/calendar': signedIn,
    // The address is the secret: whoever has it reads that person's own calendar, signed in or not.
    'GET /calendars/:calendar': anyone,
  },
  given: async (house, { ids, people }) => {
    const { partnership, organisation, programme } = ids
    const [meeting, offer, rhythm] = [realHands.newId(), realHands.newId(), realHands.newId()]
    const { mentor, mentee } = people
    const of = { partnership, ask: null, organisation, programme, host: mentor.id, guest: mentee.id }
    const startsAt = house.now().add({ hours: 48 })
    const local = startsAt.toZonedDateTimeISO('UTC').toPlainDateTime()
    await house.writeAs(mentor.scope, (tx) =>
      arrangeMeeting(tx, { ...of, id: meeting, startsAt, zone: 'UTC', minutes: 45, place: 'Xylem' }),
    )
    const times = [{ local: local.add({ days: 1 }), zone: 'UTC' }]
    await house.writeAs(mentor.scope, (tx) => offerTimes(tx, { id: offer, partnership, times, minutes: 45 }))
    const said = { local: local.add({ days: 7 }), zone: 'UTC', minutes: 45, everyWeeks: 3 }
    await house.writeAs(mentor.scope, (tx) => setRhythm(tx, { id: rhythm, partnership, ...said }))
    // The feed names the partner and nobody else: this one's is no word that only we have.
    await house.writeAs(mentee.scope, (tx) => renewFeed(tx, { id: realHands.newId() }))
    const feed = await house.database.read(mentee.scope, (db) => feedOf(db, mentee.id))
    return { meeting, offer, rhythm, calendar: `${feed?.token ?? assert.fail('no feed')}.ics` }
  },
  forms: (ids, _kind, newId) => {
    const time = { day: '2027-01-12', clock: '10:00', zone: 'UTC', minutes: '45' }
    return {
      '/partnerships/:partnership/meetings': { id: newId(), ...time },
      '/partnerships/:partnership/meeting-offers': { id: newId(), zone: 'UTC', minutes: '45', times: '2027-01-13T10:00:00Z' },
      '/meeting-offers/:offer/taking': { nth: '1' },
      '/partnerships/:partnership/rhythm': { id: newId(), ...time, everyWeeks: '3' },
      '/partnerships/:partnership/rhythm-ending': { rhythm: ids.rhythm ?? '' },
      '/partnerships/:partnership/meeting-log': { id: newId(), day: '2026-11-20', zone: 'UTC', minutes: '45' },
      '/meetings/:meeting/time': { nth: '1', ...time },
      '/meetings/:meeting/place': { place: 'Room 4' },
      '/meetings/:meeting/answer': { id: newId(), answer: 'declined' },
      '/meetings/:meeting/messages': { id: newId(), text: 'New' },
      '/meetings/:meeting/draft': { text: 'Half' },
      '/meetings/:meeting/statements': { id: newId(), happened: 'met', minutes: '45' },
      '/me/calendar': { id: newId() },
    }
  },
}
