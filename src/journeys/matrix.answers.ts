import type { Route } from '#ground/route'
import { type Kind, kinds } from './matrix.testing.ts'

/** How the matrix names a route. */
export const methodPath = ({ does, path }: Route) => `${does === 'act' ? 'POST' : 'GET'} ${path}`

export type Row = readonly (Kind | 'anyone')[]

export const anyone: Row = ['anyone', ...kinds]
export const signedIn: Row = kinds
export const ours: Row = ['mentor', 'mentee', 'colleague', 'coordinator', 'administrator']
export const keepers: Row = ['coordinator', 'administrator']
export const anyKeepers: Row = [...keepers, 'coordinatorElsewhere', 'administratorElsewhere']
export const administrators: Row = ['administrator', 'administratorElsewhere']
export const pair: Row = ['mentor', 'mentee', ...keepers]
export const mentee: Row = ['mentee', ...keepers]

/** An officer for safeguarding, a former partner and who coordinates another programme stand wherever a colleague does. */
const colleaguesToo: readonly Kind[] = ['officer', 'formerPartner', 'coordinatorBeside']
export const may = (row: Row, kind: Kind) => row.includes(kind) || (colleaguesToo.includes(kind) && row.includes('colleague'))

/** Who may ask for what of our organisation; to the others it is not there (404), and nobody is asked to sign in (303, 401). */
export const answers: Readonly<Record<string, Row>> = {
  'GET /sign-in': anyone,
  'POST /sign-in': anyone,
  'GET /sign-in/code': anyone,
  'POST /sign-in/code': anyone,
  'GET /sign-in/who': anyone,
  'POST /sign-in/who': anyone,
  'GET /sign-in/:token': anyone,
  'POST /sign-in/:token': anyone,
  'GET /first-administrator/:token': anyone,
  'POST /first-administrator/:token': anyone,
  'GET /session/ending': signedIn,
  'POST /session/ending': signedIn,
  'POST /sessions/:session/ending': ['mentor'],
  'POST /me/other-sessions/ending': signedIn,
  'GET /me': signedIn,
  'POST /me': signedIn,
  'GET /me/attributes': signedIn,
  'POST /me/attributes': signedIn,
  'POST /me/attributes/:attribute/taking-back': signedIn,
  'GET /organisations/:organisation/people': keepers,
  'GET /organisations/:organisation/people.csv': keepers,
  'GET /organisations/:organisation/people.xlsx': keepers,
  'GET /organisations/:organisation/people/new': keepers,
  'POST /organisations/:organisation/people/new': keepers,
  // Who was a partner once goes on reading the profile, without an address.
  'GET /people/:person': [...pair, 'formerPartner'],
  'GET /people/:person/profile': keepers,
  'POST /people/:person/profile': keepers,
  'POST /people/:person/roles': ['administrator'],
  'POST /roles/:role/ending': ['administrator'],
  'GET /outbox': administrators,
  'GET /mails/:mail': ['administrator'],
  'POST /mails/:mail/resending': ['administrator'],
  'POST /mails/:mail/arrival': ['administrator'],
  'GET /organisations/:organisation/imports': keepers,
  'POST /organisations/:organisation/imports': keepers,
  'GET /organisations/:organisation/imports/template.xlsx': keepers,
  'GET /imports/:import': keepers,
  'GET /imports/:import/columns': keepers,
  'POST /imports/:import/columns': keepers,
  'POST /imports/:import/completion': keepers,
  'GET /imports/:import/refused.csv': keepers,
  'GET /imports/:import/refused.xlsx': keepers,
  'GET /programmes': signedIn,
  'GET /programmes/new': anyKeepers,
  'POST /organisations/:organisation/programmes': keepers,
  'GET /programmes/:programme/rules': keepers,
  'POST /programmes/:programme/rules': keepers,
  'GET /programmes/:programme/enrolments': keepers,
  'POST /programmes/:programme/enrolments': keepers,
  'GET /programmes/:programme/enrolments/import': keepers,
  'POST /programmes/:programme/enrolments/import': keepers,
  'GET /programmes/:programme/enrolments.csv': keepers,
  'GET /programmes/:programme/enrolments.xlsx': keepers,
  'GET /programmes/:programme/must-nots': keepers,
  'POST /programmes/:programme/must-nots': keepers,
  'POST /programmes/:programme/must-nots/lifting': keepers,
  'GET /enrolments/:enrolment': mentee,
  'POST /enrolments/:enrolment/capacity': mentee,
  'POST /enrolments/:enrolment/withdrawal': mentee,
  'GET /joining/:key': ours,
  'POST /joining/:key': ours,
  'GET /partnerships/:partnership': pair,
  'POST /partnerships/:partnership/acceptance': pair,
  'POST /partnerships/:partnership/refusal': pair,
  'GET /programmes/:programme/pairs': keepers,
  'GET /programmes/:programme/pairs.csv': keepers,
  'GET /programmes/:programme/pairs.xlsx': keepers,
  'GET /': signedIn,
  'GET /programmes/:programme': keepers,
  'POST /programmes/:programme/rounds': keepers,
  'POST /programmes/:programme/pins/lifting': keepers,
  'GET /rounds/:round': keepers,
  'GET /rounds/:round/progress': keepers,
  'GET /rounds/:round/choice': keepers,
  'POST /rounds/:round/choice': keepers,
  'GET /rounds/:round/proof.csv': keepers,
  'POST /rounds/:round/mending': keepers,
  'POST /rounds/:round/approval': keepers,
  'POST /rounds/:round/discard': keepers,
  'GET /rounds/:round/pairs/:enrolment': keepers,
  'POST /rounds/:round/pins': keepers,
  'POST /rounds/:round/pins/lifting': keepers,
  'POST /rounds/:round/swaps': keepers,
}
