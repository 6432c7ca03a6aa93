import { act, file, page, type Route } from '#ground/route'
import { coordinatesProgramme, signedIn } from '#people/gates'
import { type Answered, accept } from './accept.ts'
import { answerForm } from './answer.form.ts'
import { askForTalk } from './ask-for-talk.ts'
import { briefingPage } from './briefing.page.tsx'
import { closingPage } from './closing.page.tsx'
import { confirmStep } from './confirm-step.ts'
import { decline } from './decline.ts'
import { endAsCoordinator } from './end-as-coordinator.ts'
import { coordinatorsEndingPage, endingPage } from './ending.page.tsx'
import { leavePartnership } from './leave-partnership.ts'
import * as forms from './leaving.form.ts'
import { liftHold } from './lift-hold.ts'
import { movePage } from './move.page.tsx'
import { moveStage } from './move-stage.ts'
import { pairsCsv, pairsXlsx } from './pair-sheet.ts'
import { pairsPage } from './pairs.page.tsx'
import { passOn } from './pass-on.ts'
import { pausePage } from './pause.page.tsx'
import { pausePair } from './pause-pair.ts'
import { ownPartnershipPage, partnershipPage } from './show.page.tsx'
import { tellExitReason } from './tell-exit-reason.ts'
import { thankPartner } from './thank-partner.ts'
import { wishRematch } from './wish-rematch.ts'

const backTo =
  (done: string) =>
  (_result: unknown, { partnership, side }: Answered) =>
    `/partnerships/${partnership}?done=${side === null ? done : 'answer-recorded'}`
const to =
  (done: string, below = '') =>
  (_result: unknown, { partnership }: { partnership: string }) =>
    `/partnerships/${partnership}${below}?done=${done}`

export const web: Route[] = [
  page('/partnerships/:partnership', signedIn, partnershipPage),
  act('/partnerships/:partnership/acceptance', signedIn, answerForm, accept, backTo('accepted'), partnershipPage),
  act('/partnerships/:partnership/refusal', signedIn, answerForm, decline, backTo('declined'), partnershipPage),
  page('/partnerships/:partnership/briefing', signedIn, briefingPage),
  act('/partnerships/:partnership/confirmations', signedIn, forms.confirmedForm, confirmStep, to('step-confirmed'), partnershipPage),
  page('/partnerships/:partnership/stages', signedIn, movePage),
  act('/partnerships/:partnership/stages', signedIn, forms.moveStageForm, moveStage, to('pair-moved'), movePage),
  page('/partnerships/:partnership/pause', signedIn, pausePage),
  act('/partnerships/:partnership/pause', signedIn, forms.placeHoldForm, pausePair, to('paused'), pausePage),
  act('/partnerships/:partnership/pause/lifting', signedIn, forms.liftHoldForm, liftHold, to('gone-on'), partnershipPage),
  page('/partnerships/:partnership/ending', signedIn, endingPage),
  act('/partnerships/:partnership/ending', signedIn, forms.leavePartnershipForm, leavePartnership, to('ended'), endingPage),
  act('/partnerships/:partnership/closure', signedIn, forms.endAsCoordinatorForm, endAsCoordinator, to('ended'), coordinatorsEndingPage),
  act('/partnerships/:partnership/rematch', signedIn, forms.onlyPairForm, wishRematch, to('rematch-wished'), partnershipPage),
  act('/partnerships/:partnership/exit-reason', signedIn, forms.exitReasonForm, tellExitReason, to('reason-told'), ownPartnershipPage),
  act('/partnerships/:partnership/talk', signedIn, forms.onlyPairForm, askForTalk, to('talk-asked'), ownPartnershipPage),
  page('/partnerships/:partnership/closing', signedIn, closingPage),
  act('/partnerships/:partnership/thanks', signedIn, forms.thankPartnerForm, thankPartner, to('thanked', '/closing'), closingPage),
  act('/partnerships/:partnership/passing-on', signedIn, forms.passOnForm, passOn, to('passed-on', '/closing'), closingPage),
  page('/programmes/:programme/pairs', coordinatesProgramme, pairsPage),
  file('/programmes/:programme/pairs.csv', coordinatesProgramme, pairsCsv),
  file('/programmes/:programme/pairs.xlsx', coordinatesProgramme, pairsXlsx),
]
