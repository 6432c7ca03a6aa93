import { act, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { changeTopicsForm } from './change-topics.form.ts'
import { changeTopics } from './change-topics.ts'
import { draftAskForm } from './draft-ask.form.ts'
import { draftAsk } from './draft-ask.ts'
import { newAskAgainPage, newAskPage } from './new-ask.page.tsx'
import { orderPeopleForm } from './order-people.form.ts'
import { orderPeople } from './order-people.ts'
import { sayNo } from './say-no.ts'
import { sayYesForm } from './say-yes.form.ts'
import { sayYes } from './say-yes.ts'
import { sendAsk } from './send-ask.ts'
import { answerPage, askPage, ownAskPage } from './show.page.tsx'
import { takeBackAsk } from './take-back-ask.ts'
import { thisAskForm } from './this-ask.form.ts'

const pathTo = (_result: unknown, { ask }: { ask: string }) => `/asks/${ask}`
const done =
  (what: string) =>
  (_result: unknown, { ask }: { ask: string }) =>
    `/asks/${ask}?done=${what}`

export const web: readonly Route[] = [
  page('/asks/new', signedIn, newAskPage),
  act('/asks', signedIn, draftAskForm, draftAsk, ({ id }) => `/asks/${id}`, newAskAgainPage),
  page('/asks/:ask', signedIn, askPage),
  act('/asks/:ask/topics', signedIn, changeTopicsForm, changeTopics, pathTo, ownAskPage),
  act('/asks/:ask/people', signedIn, orderPeopleForm, orderPeople, pathTo, ownAskPage),
  act('/asks/:ask/sending', signedIn, thisAskForm, sendAsk, done('ask-sent'), ownAskPage),
  act('/asks/:ask/taking-back', signedIn, thisAskForm, takeBackAsk, done('ask-taken-back'), ownAskPage),
  act('/asks/:ask/acceptance', signedIn, sayYesForm, sayYes, done('accepted'), answerPage),
  act('/asks/:ask/refusal', signedIn, thisAskForm, sayNo, done('declined'), answerPage),
]
