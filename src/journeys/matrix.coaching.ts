import { decideBusiness } from '#businesses/decide-business'
import { recordFigures } from '#businesses/record-figures'
import { registerBusiness } from '#businesses/register-business'
import { allotHours } from '#coaching/allot-hours'
import { bookCoaching } from '#coaching/book-coaching'
import { bookGroup } from '#coaching/book-group'
import { makeStrip } from '#coaching/make-strip'
import { insertLink, insertLog } from '#coaching/writes'
import { realHands, secretHash } from '#ground/chance'
import { only, type Tx } from '#ground/db'
import { today } from '#hours/books'
import { deposit } from '#hours/deposit'
import { openBank } from '#hours/open-bank'
import { fundersOf } from '#hours/reads'
import { usualTerms } from '#hours/terms'
import { accept } from '#partnerships/accept'
import { type GivenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { openProgramme } from '#programmes/open-programme'
import { coordinating } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { anyone, keepers, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'
import type { Given } from './matrix.testing.ts'

/** Its owner (the mentee), their coach (the mentor), and who coordinates. */
const ofBusiness = ['mentor', 'mentee', ...keepers] as const
const coach = ['mentor', ...keepers] as const
const decided = ['told', 'calls', 'decision', 'amendment']

/** A meeting is its client's, its coach's and its coordinators'; the codes, the coordinators' alone; a link is whoever's holds it. */
export const coachingMatrix: RoomMatrix = {
  answers: {
    'GET /field-log': signedIn,
    'POST /field-log': signedIn,
    'GET /businesses/:business/coaching': ofBusiness,
    'POST /businesses/:business/coaching': ofBusiness,
    'POST /businesses/:business/allotments': keepers,
    'GET /businesses/:business/code-strip': keepers,
    'POST /businesses/:business/code-strip': keepers,
    'POST /code-strips/:strip/ending': keepers,
    'GET /coaching-meetings/:meeting': ofBusiness,
    'POST /coaching-meetings/:meeting/log': ofBusiness,
    'POST /coaching-meetings/:meeting/code': ofBusiness,
    'POST /coaching-meetings/:meeting/confirmation': ofBusiness,
    ...Object.fromEntries(decided.map((part) => [`POST /coaching-meetings/:meeting/${part}`, keepers])),
    'POST /coaching-meetings/:meeting/longer': ofBusiness,
    'POST /coaching-meetings/:meeting/cancelling': ofBusiness,
    'POST /coaching-meetings/:meeting/absence': ofBusiness,
    'GET /businesses/:business/coaching-groups/new': coach,
    'POST /businesses/:business/coaching-groups': coach,
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
  given: async (house, { ids: { organisation = '' }, people }) => {
    const programme = await givenCoached(house, organisation, people)
    const ids = await house.writeAs(programme.coordinator, (tx) => givenMeetings(tx, programme.id, people.mentee.id))
    const token = realHands.newSecret()
    const link = { id: realHands.newId(), meeting: ids.coachingMeeting, hash: secretHash(token), person: people.mentee.id }
    await house.write(async (tx) => {
      const log = { mode: 'phone', place: 'none', topics: [], present: [], outage: false, sealed: null } as const
      await insertLog(tx, { ...log, id: tx.newId(), meeting: link.meeting, version: 1, day: today(tx), minutes: 30 })
      await insertLink(tx, { ...link, until: tx.now.add({ hours: 99 }) })
    })
    return { ...ids, coachingToken: token, coachingProgramme: programme.id }
  },
  forms: ({ coachingBusiness = '', secondBusiness = '', coachingMeeting = '' }, kind, newId) => {
    const when = { day: '2026-12-10', clock: '10:00', zone: 'UTC', minutes: '30', mode: 'phone', place: 'none' }
    const log = { ...when, id: newId(), day: '2026-11-23', topic1: 'budgeting', present: 'owner' }
    return {
      // The page is anybody's own; a meeting of others is not there (log-in-field.test.ts).
      '/field-log': { ...log, meeting: (ofBusiness as readonly string[]).includes(kind) ? coachingMeeting : '', of: 'the mark of nobody' },
      '/businesses/:business/coaching': { id: newId(), ...when },
      '/businesses/:business/allotments': { id: newId(), hours: '1' },
      '/businesses/:business/code-strip': { id: newId() },
      '/businesses/:business/coaching-groups': { id: newId(), ...when, businesses: [coachingBusiness, secondBusiness] },
      '/coaching-groups/:grouping/log': { ...log, attended: coachingBusiness },
      '/coaching-meetings/:meeting/log': log,
      '/coaching-meetings/:meeting/code': { id: newId(), code: '123456' },
      '/coaching-meetings/:meeting/confirmation': { id: newId(), says: 'no' },
      '/coaching-meetings/:meeting/longer': { id: newId(), minutes: '90' },
      '/coaching-meetings/:meeting/told': { id: newId(), says: 'no', how: 'call' },
      '/coaching-meetings/:meeting/calls': { id: newId(), outcome: 'no-answer' },
      '/coaching-meetings/:meeting/decision': { id: newId(), minutes: '15', reason: 'Both were heard' },
      '/coaching-meetings/:meeting/amendment': { id: newId(), minutes: '15', reason: 'Mistyped' },
      '/programmes/:programme/outages': { id: newId(), from: '2027-01-01', until: '2027-01-02', reason: 'Snow' },
      '/coaching-confirmations/:token': { id: newId(), says: 'no' },
    }
  },
}

/** A programme of its own, in which the two are a pair that no other deed of the matrix ends. */
async function givenCoached(house: TestHouse, organisation: string, people: Given['people']): Promise<GivenProgramme> {
  const startsOn = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const id = realHands.newId()
  const said = { template: 'mentoring', name: 'Quokka coaching', purpose: '', joining: 'organisation' as const }
  const dates = { startsOn, endsOn: startsOn.add({ weeks: 20 }) }
  await house.writeAs(people.coordinator.scope, (tx) => openProgramme(tx, { ...said, ...dates, id, organisation }))
  const coordinator = coordinating(people.coordinator, id)
  const programme = { id, organisation, name: said.name, keeper: people.coordinator, coordinator }
  const mentor = await givenSide(house, programme, 'mentor', { person: people.mentor })
  const mentee = await givenSide(house, programme, 'mentee', { person: people.mentee })
  const partnership = await proposed(house, programme, mentor, mentee)
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
  return programme
}

async function givenFunds(tx: Tx, programme: string): Promise<void> {
  const bank = tx.newId()
  await openBank(tx, {
    ...{ id: bank, programme, name: 'Quokka bank', currency: 'AFN', minorDigits: 2, quantum: 100n, stepMinutes: 15, minutesMin: 15 },
    ...{ perHour: 120_000n, fromDay: today(tx), tiers: [], minutes: 32_400, terms: usualTerms(100n) },
    funders: [{ name: 'Quokka donor', kind: 'cash', reportCurrency: 'AFN', basisPoints: 10_000, coversPoints: 0 }],
  })
  const donor = only(await fundersOf(tx, bank)).id
  await deposit(tx, { id: tx.newId(), bank, funder: donor, amount: 90_000_000n, day: today(tx), reference: 'Quokka slip' })
}

/** A business of the mentee's with hours, and another; a meeting of the first, a group's of both, and a strip. */
async function givenMeetings(tx: Tx, programme: string, mentee: string) {
  await givenFunds(tx, programme)
  const coachingBusiness = tx.newId()
  const [secondBusiness, coachingMeeting, grouping, strip] = [tx.newId(), tx.newId(), tx.newId(), tx.newId()]
  const known = { section: 'C', sector: '', place: '', startedOn: null, licence: null, phone: null, workers: 1 }
  const owners = [{ person: mentee, name: 'Quokka owner', adult: true }]
  const rest = { ...known, otherSupport: false, tied: false, trainings: [], owners }
  await registerBusiness(tx, { id: coachingBusiness, programme, code: 'B08', name: 'Quokka one', ...rest })
  await registerBusiness(tx, { id: secondBusiness, programme, code: 'B09', name: 'Quokka two', ...rest })
  for (const each of [coachingBusiness, secondBusiness]) {
    await decideBusiness(tx, { id: tx.newId(), business: each, decision: 'eligible', reason: '' })
    const counts = { sales: null, costs: null, profit: null, customers: null, workers: null, women: null, practice: null }
    const month = today(tx).subtract({ months: 2 }).with({ day: 1 })
    await recordFigures(tx, { id: tx.newId(), business: each, month, ...counts, cashBook: false, known: 'estimate' })
    await allotHours(tx, { id: tx.newId(), business: each, minutes: 600 })
  }
  const when = { startsAt: tx.now.add({ hours: 48 }), zone: 'UTC', minutes: 30, mode: 'phone', place: 'none', escorted: false } as const
  await bookCoaching(tx, { id: coachingMeeting, business: coachingBusiness, ...when })
  await bookGroup(tx, { id: grouping, businesses: [coachingBusiness, secondBusiness], ...when })
  await makeStrip(tx, { id: strip, business: coachingBusiness })
  return { coachingBusiness, secondBusiness, coachingMeeting, grouping, strip }
}
