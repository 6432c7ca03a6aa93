import { act, page, type Route } from '#ground/route'
import { coordinatesAny, coordinatesProgramme, signedIn } from '#people/gates'
import { approveRound } from './approve-round.ts'
import { changePairPage } from './change-pair.page.tsx'
import { discardRound } from './discard-round.ts'
import { homePage } from './home.page.tsx'
import { liftPin } from './lift-pin.ts'
import { pinPair } from './pin-pair.ts'
import { programmePage } from './programme.page.tsx'
import { liftPinForm, pinPairForm, roundForm, runRoundForm, swapPairsForm } from './round.form.ts'
import { roundPage } from './round.page.tsx'
import { runRound } from './run-round.ts'
import { swapPairs } from './swap-pairs.ts'

const toRound = ({ round }: { round: string }) => `/rounds/${round}?done=round-again`

export const web: readonly Route[] = [
  page('/', signedIn, homePage),
  page('/programmes/:programme', coordinatesProgramme, programmePage),
  act('/programmes/:programme/rounds', coordinatesProgramme, runRoundForm, runRound, ({ id }) => `/rounds/${id}`, programmePage),
  page('/rounds/:round', coordinatesAny, roundPage),
  act(
    '/rounds/:round/approval',
    coordinatesAny,
    roundForm,
    approveRound,
    (to) => `/programmes/${to.programme}?done=approved&n=${to.proposed}`,
    roundPage,
  ),
  act(
    '/rounds/:round/discard',
    coordinatesAny,
    roundForm,
    discardRound,
    ({ programme }) => `/programmes/${programme}?done=discarded`,
    roundPage,
  ),
  page('/rounds/:round/pairs/:enrolment', coordinatesAny, changePairPage),
  act('/rounds/:round/pins', coordinatesAny, pinPairForm, pinPair, toRound, roundPage),
  act('/rounds/:round/pins/lifting', coordinatesAny, liftPinForm, liftPin, toRound, roundPage),
  act('/rounds/:round/swaps', coordinatesAny, swapPairsForm, swapPairs, toRound, roundPage),
]
