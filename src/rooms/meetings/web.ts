import { act, file, page, type Route } from '#ground/route'
import { anyone, signedIn } from '#people/gates'
import { answerMeeting } from './answer-meeting.ts'
import { calendarPage } from './calendar.page.tsx'
import { calendarFile } from './calendar-file.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { logMeeting } from './log-meeting.ts'
import { meetingPage } from './meeting.page.tsx'
import {
  answerMeetingForm,
  keepMessageForm,
  logMeetingForm,
  meetingForm,
  moveMeetingForm,
  offerForm,
  offerTimesForm,
  planMeetingForm,
  renewFeedForm,
  sayPlaceForm,
  sayWhetherMetForm,
  setRhythmForm,
  stopRhythmForm,
  takeOfferForm,
  writeAtMeetingForm,
} from './meetings.form.ts'
import { meetingsPage, offerPage } from './meetings.page.tsx'
import { moveMeeting } from './move-meeting.ts'
import { offerTimes } from './offer-times.ts'
import { planMeeting } from './plan-meeting.ts'
import { renewFeed } from './renew-feed.ts'
import { sayPlace } from './say-place.ts'
import { sayWhetherMet } from './say-whether-met.ts'
import { setRhythm } from './set-rhythm.ts'
import { stopRhythm } from './stop-rhythm.ts'
import { takeBackOffer } from './take-back-offer.ts'
import { takeOffer } from './take-offer.ts'
import { keepMessage, writeAtMeeting } from './write-at-meeting.ts'

const toPair =
  (done: string) =>
  ({ partnership }: { partnership: string }) =>
    `/partnerships/${partnership}/meetings?done=${done}`
const toMeeting =
  (done: string) =>
  ({ meeting }: { meeting: string }) =>
    `/meetings/${meeting}?done=${done}`
const toThread =
  (done: string) =>
  ({ meeting }: { meeting: string }) =>
    `/meetings/${meeting}?done=${done}#messages`

export const web: readonly Route[] = [
  page('/partnerships/:partnership/meetings', signedIn, meetingsPage),
  act('/partnerships/:partnership/meetings', signedIn, planMeetingForm, planMeeting, toPair('planned'), meetingsPage),
  act('/partnerships/:partnership/meeting-offers', signedIn, offerTimesForm, offerTimes, toPair('offered'), meetingsPage),
  act('/meeting-offers/:offer/taking', signedIn, takeOfferForm, takeOffer, toPair('planned'), offerPage),
  act('/meeting-offers/:offer/ending', signedIn, offerForm, takeBackOffer, toPair('offer-ended'), offerPage),
  act('/partnerships/:partnership/rhythm', signedIn, setRhythmForm, setRhythm, toPair('rhythm'), meetingsPage),
  act('/partnerships/:partnership/rhythm-ending', signedIn, stopRhythmForm, stopRhythm, toPair('rhythm-stopped'), meetingsPage),
  act('/partnerships/:partnership/meeting-log', signedIn, logMeetingForm, logMeeting, toPair('told'), meetingsPage),
  page('/meetings/:meeting', signedIn, meetingPage),
  act('/meetings/:meeting/time', signedIn, moveMeetingForm, moveMeeting, toMeeting('moved'), meetingPage),
  act('/meetings/:meeting/place', signedIn, sayPlaceForm, sayPlace, toMeeting('saved'), meetingPage),
  act('/meetings/:meeting/answer', signedIn, answerMeetingForm, answerMeeting, toMeeting('saved'), meetingPage),
  act('/meetings/:meeting/cancellation', signedIn, meetingForm, cancelMeeting, toMeeting('cancelled'), meetingPage),
  act('/meetings/:meeting/statements', signedIn, sayWhetherMetForm, sayWhetherMet, toMeeting('told'), meetingPage),
  act('/meetings/:meeting/messages', signedIn, writeAtMeetingForm, writeAtMeeting, toThread('message-sent'), meetingPage),
  act(
    '/meetings/:meeting/draft',
    signedIn,
    keepMessageForm,
    keepMessage,
    (at, { text }) => toThread(text === null ? 'draft-dropped' : 'draft-kept')(at),
    meetingPage,
  ),
  page('/me/calendar', signedIn, calendarPage),
  act('/me/calendar', signedIn, renewFeedForm, renewFeed, () => '/me/calendar?done=saved', calendarPage),
  file('/calendars/:calendar', anyone, calendarFile),
]
