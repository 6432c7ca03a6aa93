import { decideBusiness } from '#businesses/decide-business'
import { recordFigures } from '#businesses/record-figures'
import { registerBusiness } from '#businesses/register-business'
import { allotHours } from '#coaching/allot-hours'
import { bookCoaching } from '#coaching/book-coaching'
import { bookGroup } from '#coaching/book-group'
import { makeStrip } from '#coaching/make-strip'
import { insertLink } from '#coaching/writes'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { deposit } from '#hours/deposit'
import { bankOf, fundersOf } from '#hours/reads'
import { coordinating } from '#testing/given'
import { anyone, keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** Its owner (the mentee), their coach (the mentor), and who coordinates. */
const ofBusiness = ['mentor', 'mentee', ...keepers] as const
const coach = ['mentor'] as const
const decided = ['told', 'calls', 'decision', 'amendment']
const token = 'matrix-coaching-token'
const day = Temporal.PlainDate.from('2026-11-01')

/** A meeting is its client's, its coach's and its coordinators'; the codes, the coordinators' alone; a link is whoever's holds it. */
export const coachingMatrix: RoomMatrix = {
  answers: {
    'GET /businesses/:business/coaching': ofBusiness,
    'POST /businesses/:business/coaching': ofBusiness,
    'POST /businesses/:business/allotments': keepers,
    'GET /businesses/:business/code-strip': keepers,
    'POST /businesses/:business/code-strip': keepers,
    'POST /code-strips/:strip/ending': keepers,
    'GET /coaching-meetings/:meeting': ofBusiness,
    'POST /coaching-meetings/:meeting/log': coach,
    'POST /coaching-meetings/:meeting/code': coach,
    'POST /coaching-meetings/:meeting/confirmation': ['mentor', 'mentee'],
    ...Object.fromEntries(decided.map((part) => [`POST /coaching-meetings/:meeting/${part}`, keepers])),
    'POST /coaching-meetings/:meeting/cancelling': ofBusiness,
    'POST /coaching-meetings/:meeting/absence': ofBusiness,
    'GET /businesses/:business/coaching-groups/new': coach,
    'POST /businesses/:business/coaching-groups': ['mentor', ...keepers],
    'GET /coaching-groups/:grouping': coach,
    'POST /coaching-groups/:grouping/log': coach,
    'GET /programmes/:programme/coaching': keepers,
    'GET /programmes/:programme/call-backs': keepers,
    'GET /programmes/:programme/disputes': keepers,
    'GET /programmes/:programme/outages': keepers,
    'POST /programmes/:programme/outages': keepers,
    'GET /coaching-confirmations/:token': anyone,
    'POST /coaching-confirmations/:token': anyone,
  },
  given: (house, { ids: { programme = '' }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme), async (tx) => givenMeetings(tx, programme, people.mentee.id)),
  forms: () => ({}),
}
