import { act, file, page, type Route } from '#ground/route'
import { coordinatesProgramme, signedIn } from '#people/gates'
import { type Answered, accept } from './accept.ts'
import { answerForm } from './answer.form.ts'
import { decline } from './decline.ts'
import { pairsCsv, pairsXlsx } from './pair-sheet.ts'
import { pairsPage } from './pairs.page.tsx'
import { partnershipPage } from './show.page.tsx'

const backTo =
  (done: string) =>
  (_result: unknown, { partnership, side }: Answered) =>
    `/partnerships/${partnership}?done=${side === null ? done : 'answer-recorded'}`

export const web: Route[] = [
  page('/partnerships/:partnership', signedIn, partnershipPage),
  act('/partnerships/:partnership/acceptance', signedIn, answerForm, accept, backTo('accepted'), partnershipPage),
  act('/partnerships/:partnership/refusal', signedIn, answerForm, decline, backTo('declined'), partnershipPage),
  page('/programmes/:programme/pairs', coordinatesProgramme, pairsPage),
  file('/programmes/:programme/pairs.csv', coordinatesProgramme, pairsCsv),
  file('/programmes/:programme/pairs.xlsx', coordinatesProgramme, pairsXlsx),
]
