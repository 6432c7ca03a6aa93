import { act, page, type Route } from '#ground/route'
import { anyone, coordinatesAny, coordinatesProgramme, signedIn } from '#people/gates'
import { agreeLonger } from './agree-longer.ts'
import { allotHours } from './allot-hours.ts'
import { amendCoaching } from './amend-coaching.ts'
import { bookGroupFrom } from './book-group.ts'
import { bookOrWait } from './book-or-wait.ts'
import { callBacksPage } from './call-backs.page.tsx'
import {
  allotForm,
  amendForm,
  bookForm,
  bookGroupForm,
  callForm,
  codeForm,
  confirmForm,
  decideForm,
  endForm,
  endStripForm,
  excuseForm,
  fieldForm,
  linkForm,
  logForm,
  logGroupForm,
  longerForm,
  recordForm,
  stripForm,
} from './coaching.form.ts'
import { coachingPage } from './coaching.page.tsx'
import { confirmByCode } from './confirm-by-code.ts'
import { confirmByLink } from './confirm-by-link.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { decideLength } from './decide-length.ts'
import { disputesPage } from './disputes.page.tsx'
import { cancelCoaching, reportAbsence } from './end-coaching.ts'
import { excuseMeetings } from './excuse-meetings.ts'
import { fieldPage } from './field.page.tsx'
import { groupPage, newGroupPage } from './group.page.tsx'
import { linkPage } from './link.page.tsx'
import { logGroup } from './log-group.ts'
import { logInField } from './log-in-field.ts'
import { logWithCode } from './log-with-code.ts'
import { endStrip, makeStrip } from './make-strip.ts'
import { meetingPage } from './meeting.page.tsx'
import { outagePage } from './outage.page.tsx'
import { programmeCoachingPage } from './programme-coaching.page.tsx'
import { recordCall, recordConfirmation } from './record-confirmation.ts'
import { stripPage } from './strip.page.tsx'

const at =
  (done: string) =>
  ({ meeting }: { meeting: string }) =>
    `/coaching-meetings/${meeting}?done=${done}`
/** How a code turned out stands in the address, so that the page it leads to can say it. */
function coded({ meeting, code }: { meeting: string; code: string | null }): string {
  const done = code === null ? 'done=coaching-logged' : code === 'confirmed' ? 'done=coaching-confirmed' : `code=${code}`
  return `/coaching-meetings/${meeting}?${done}`
}

/** The coach stays where the next one can be logged. */
const inField = (told: { meeting: string; code: string | null }) => coded(told).replace(/^[^?]+/, '/field-log')

export const web: readonly Route[] = [
  page('/field-log', signedIn, fieldPage),
  act('/field-log', signedIn, fieldForm, logInField, inField, fieldPage),
  page('/businesses/:business/coaching', signedIn, coachingPage),
  act('/businesses/:business/coaching', signedIn, bookForm, bookOrWait, at('coaching-booked'), coachingPage),
  act(
    '/businesses/:business/allotments',
    coordinatesAny,
    allotForm,
    allotHours,
    ({ business }) => `/businesses/${business}/coaching?done=saved`,
    coachingPage,
  ),
  page('/businesses/:business/code-strip', coordinatesAny, stripPage),
  act(
    '/businesses/:business/code-strip',
    coordinatesAny,
    stripForm,
    makeStrip,
    ({ business }) => `/businesses/${business}/code-strip?done=saved`,
    stripPage,
  ),
  act(
    '/code-strips/:strip/ending',
    coordinatesAny,
    endStripForm,
    endStrip,
    ({ business }) => `/businesses/${business}/code-strip?done=saved`,
    stripPage,
  ),
  page('/coaching-meetings/:meeting', signedIn, meetingPage),
  act('/coaching-meetings/:meeting/log', signedIn, logForm, logWithCode, coded, meetingPage),
  act('/coaching-meetings/:meeting/code', signedIn, codeForm, confirmByCode, coded, meetingPage),
  act('/coaching-meetings/:meeting/confirmation', signedIn, confirmForm, confirmCoaching, at('answer-recorded'), meetingPage),
  act('/coaching-meetings/:meeting/longer', signedIn, longerForm, agreeLonger, at('saved'), meetingPage),
  act('/coaching-meetings/:meeting/told', coordinatesAny, recordForm, recordConfirmation, at('answer-recorded'), meetingPage),
  act('/coaching-meetings/:meeting/calls', coordinatesAny, callForm, recordCall, at('saved'), meetingPage),
  act('/coaching-meetings/:meeting/decision', coordinatesAny, decideForm, decideLength, at('saved'), meetingPage),
  act('/coaching-meetings/:meeting/amendment', coordinatesAny, amendForm, amendCoaching, at('saved'), meetingPage),
  act('/coaching-meetings/:meeting/cancelling', signedIn, endForm, cancelCoaching, at('coaching-cancelled'), meetingPage),
  act('/coaching-meetings/:meeting/absence', signedIn, endForm, reportAbsence, at('saved'), meetingPage),
  page('/businesses/:business/coaching-groups/new', signedIn, newGroupPage),
  act(
    '/businesses/:business/coaching-groups',
    signedIn,
    bookGroupForm,
    bookGroupFrom,
    ({ grouping }) => `/coaching-groups/${grouping}?done=coaching-booked`,
    newGroupPage,
  ),
  page('/coaching-groups/:grouping', signedIn, groupPage),
  act(
    '/coaching-groups/:grouping/log',
    signedIn,
    logGroupForm,
    logGroup,
    ({ grouping }) => `/coaching-groups/${grouping}?done=coaching-logged`,
    groupPage,
  ),
  page('/programmes/:programme/coaching', coordinatesProgramme, programmeCoachingPage),
  page('/programmes/:programme/call-backs', coordinatesProgramme, callBacksPage),
  page('/programmes/:programme/disputes', coordinatesProgramme, disputesPage),
  page('/programmes/:programme/outages', coordinatesProgramme, outagePage),
  act(
    '/programmes/:programme/outages',
    coordinatesProgramme,
    excuseForm,
    excuseMeetings,
    ({ programme }) => `/programmes/${programme}/coaching?done=saved`,
    outagePage,
  ),
  page('/coaching-confirmations/:token', anyone, linkPage),
  act(
    '/coaching-confirmations/:token',
    anyone,
    linkForm,
    confirmByLink,
    ({ token }) => `/coaching-confirmations/${token}?done=answer-recorded`,
    linkPage,
  ),
]
