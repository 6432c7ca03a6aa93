import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import type { Route } from '#ground/route'
import type { Fields } from './matrix.room.ts'
import { roomMatrices } from './matrix.rooms.ts'
import type { Given, Kind } from './matrix.testing.ts'

const keeperKinds = ['coordinator', 'administrator']

/** What the forms and paths of one organisation are made of; `more` is what the rooms gave it. */
export type World = { given: Given; more: Readonly<Record<string, string>>; session: string; rulesForm: Fields }

/** The objects that paths name, by the names that they have there. */
export function objectsOf({ path }: Pick<Route, 'path'>, { given, more, session }: World): Record<string, string> {
  // For a pair of a round it is the enrolment that waits in it.
  const enrolment = path.startsWith('/rounds/') ? given.waiting.menteeEnrolment : given.ids.enrolment
  return { ...given.ids, ...more, enrolment, session, token: 'a-link-of-nobody', ...coachedIn(path, more) }
}

/** What a path of coaching names: its own meeting, link, business and programme, where other rooms have theirs by the same names. */
export function coachedIn(path: string, more: Readonly<Record<string, string>>): Record<string, string> {
  // Who applies must still be in the programme when deeds before have withdrawn them from the other.
  if (path.startsWith('/programmes/:programme/business-applications')) return { programme: more.coachingProgramme ?? '' }
  if (!/^\/coaching-|^\/businesses\/:business\/(coaching|allotments|code-strip)/.test(path)) return {}
  const { coachingMeeting: meeting = '', coachingToken: token = '', coachingBusiness: business = '' } = more
  return { meeting, token, business }
}

/** Where the objects stand. */
export function addressIn(world: World, { path }: Pick<Route, 'path'>, objects = objectsOf({ path }, world)): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => objects[name] ?? assert.fail(`matrix.testing.ts gives no ${name} for ${path}`))
}

/** A form that nothing is wrong with but who sends it. */
export function formIn({ given, more, rulesForm }: World, { path }: Pick<Route, 'path'>, kind: Kind): Fields {
  const id = realHands.newId()
  const person = { id, code: id, fullName: 'Somebody', language: 'en', calendar: 'gregory', zone: 'UTC' }
  const place = { template: 'mentoring', name: 'New', startsOn: '2026-12-01', endsOn: '2027-05-01', joining: 'invited' }
  const forms: Record<string, Fields> = {
    '/me': person,
    '/organisations/:organisation/people/new': person,
    '/people/:person/profile': { ...person, code: 'C2' },
    '/people/:person/roles': { id, role: 'coordinator' },
    '/organisations/:organisation/imports': { id, sheet: new File(['code,name\nC8,Eve\n'], 'people.csv'), side: 'sheet' },
    '/imports/:import/columns': { id, 'column-0': 'code', 'column-1': 'fullName' },
    '/organisations/:organisation/programmes': { id, ...place },
    '/programmes/:programme/enrolments': { id, code: 'C3', side: 'mentee' },
    '/programmes/:programme/enrolments/import': { import: given.ids.import, side: 'mentor' },
    '/programmes/:programme/must-nots': { id, code: 'C1', otherCode: 'C2' },
    '/programmes/:programme/must-nots/lifting': { mustNot: given.mustNot },
    '/programmes/:programme/rules': rulesForm,
    '/programmes/:programme/rounds': { id },
    '/enrolments/:enrolment/capacity': { capacity: '1' },
    '/joining/:key': { id, side: 'mentor', capacity: '1' },
    '/rounds/:round/pins': { id, ...given.waiting, kind: 'apart' },
    '/programmes/:programme/pins/lifting': { pin: given.pin },
    '/rounds/:round/pins/lifting': { id, pin: given.pin },
    '/rounds/:round/mending': { id },
    '/rounds/:round/choice': { id, method: 'best', floor: 'none', floorPoints: '', dial: 'total', keep: 'free' },
    '/rounds/:round/swaps': { id, menteeEnrolment: given.waiting.menteeEnrolment, otherMentee: given.ids.enrolment },
    '/partnerships/:partnership/acceptance': keeperKinds.includes(kind) ? { side: 'mentor' } : {},
    '/partnerships/:partnership/refusal': keeperKinds.includes(kind) ? { side: 'mentee' } : {},
  }
  const ids = { ...given.ids, ...more }
  return forms[path] ?? roomMatrices.map((room) => room.forms(ids, kind, realHands.newId)[path]).find(Boolean) ?? {}
}
