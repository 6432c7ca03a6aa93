import { sayException } from '#availability/say-exception'
import { sayFull } from '#availability/say-full'
import { realHands } from '#ground/chance'
import { signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** One's own time is for oneself: what is said of it, nobody else takes back. */
export const availabilityMatrix: RoomMatrix = {
  answers: {
    'GET /me/hours': signedIn,
    'POST /me/hours': signedIn,
    'POST /me/hours/absences': signedIn,
    'POST /me/hours/extra': signedIn,
    'POST /me/hours/exceptions/:exception/taking-back': ['mentor'],
    'POST /me/fullness': signedIn,
    'POST /me/fullness/until': signedIn,
    'POST /me/fullness/:full/taking-back': ['mentee'],
    'POST /me/busy-feed': signedIn,
    'POST /me/busy-feed/removal': signedIn,
    'POST /me/busy-feed/reading': signedIn,
  },
  given: async (house, { people }) => {
    const [exception, full] = [realHands.newId(), realHands.newId()]
    const day = house.now().toZonedDateTimeISO('UTC').toPlainDate()
    await house.writeAs(people.mentor.scope, (tx) => sayException(tx, { id: exception, from: day, to: day, hours: null }))
    await house.writeAs(people.mentee.scope, (tx) => sayFull(tx, { id: full, until: null }))
    return { exception, full }
  },
  forms: (_ids, _kind, newId) => ({
    '/me/hours': { hours1: ['morning'] },
    '/me/hours/absences': { id: newId(), awayFrom: '2026-12-01', awayTo: '2026-12-02' },
    '/me/hours/extra': { id: newId(), extraOn: '2026-12-01', extraHours: '9-12' },
    '/me/fullness': { id: newId(), until: 'month' },
    '/me/fullness/until': { id: newId(), fullUntil: '2026-12-01' },
    '/me/busy-feed': { id: newId(), address: 'https://calendar.example.org/a.ics' },
  }),
}
