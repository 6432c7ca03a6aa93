import { z } from 'zod'
import { formOf, id } from '#ground/form'
import { act, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { addFeed } from './add-feed.ts'
import { dropFeed } from './drop-feed.ts'
import { awayForm, extraForm, feedForm, fullForm, fullUntilForm, nothingForm, weekForm } from './hours.form.ts'
import { hoursPage } from './hours.page.tsx'
import { keepWeek } from './keep-week.ts'
import { readFeedAgain } from './read-feed-again.ts'
import { sayException } from './say-exception.ts'
import { sayFull } from './say-full.ts'
import { takeBackException } from './take-back-exception.ts'
import { takeBackFull } from './take-back-full.ts'

const exceptionForm = formOf(z.object({ exception: id }))
const takeBackFullForm = formOf(z.object({ full: id }))
const done = (what: string) => () => `/me/hours?done=${what}`

export const web: readonly Route[] = [
  page('/me/hours', signedIn, hoursPage),
  act('/me/hours', signedIn, weekForm, keepWeek, done('saved'), hoursPage),
  act('/me/hours/absences', signedIn, awayForm, sayException, done('saved'), hoursPage),
  act('/me/hours/extra', signedIn, extraForm, sayException, done('saved'), hoursPage),
  act('/me/hours/exceptions/:exception/taking-back', signedIn, exceptionForm, takeBackException, done('hours-taken-back'), hoursPage),
  act('/me/fullness', signedIn, fullForm, sayFull, done('full'), hoursPage),
  act('/me/fullness/until', signedIn, fullUntilForm, sayFull, done('full'), hoursPage),
  act('/me/fullness/:full/taking-back', signedIn, takeBackFullForm, takeBackFull, done('not-full'), hoursPage),
  act('/me/busy-feed', signedIn, feedForm, addFeed, done('feed-added'), hoursPage),
  act('/me/busy-feed/removal', signedIn, nothingForm, dropFeed, done('feed-removed'), hoursPage),
  act('/me/busy-feed/reading', signedIn, nothingForm, readFeedAgain, done('feed-reading'), hoursPage),
]
