import { act, file, page, type Route, watch } from '#ground/route'
import { coordinatesAny, coordinatesProgramme } from '#people/gates'
import { approveRound } from './approve-round.ts'
import { changePairPage } from './change-pair.page.tsx'
import { choicePage } from './choice.page.tsx'
import { chooseOtherwise } from './choose-otherwise.ts'
import { discardRound } from './discard-round.ts'
import { finishRound } from './finish-round.ts'
import { liftPin } from './lift-pin.ts'
import { mendRound } from './mend-round.ts'
import { pinPair } from './pin-pair.ts'
import { programmePage } from './programme.page.tsx'
import { waitForRound } from './progress.page.tsx'
import { proofCsv } from './proof-sheet.ts'
import {
  choiceForm,
  liftPinForm,
  mendRoundForm,
  pinPairForm,
  roundForm,
  runRoundForm,
  swapPairsForm,
  takeBackPinForm,
} from './round.form.ts'
import { roundPage } from './round.page.tsx'
import { runRound } from './run-round.ts'
import type { Suggested } from './suggest-inside.ts'
import { swapPairs } from './swap-pairs.ts'
import { takeBackPin } from './take-back-pin.ts'

/** A round too big for a request is watched while it is worked out. */
const toRound = ({ round, nth }: { round: string; nth: number | null }) =>
  nth === null ? `/rounds/${round}/progress` : `/rounds/${round}?done=round-again`

const toNewRound = ({ id, nth }: { id: string; nth: number | null }) => (nth === null ? `/rounds/${id}/progress` : `/rounds/${id}`)

export const web: readonly Route[] = [
  page('/programmes/:programme', coordinatesProgramme, programmePage),
  act('/programmes/:programme/rounds', coordinatesProgramme, runRoundForm, runRound, toNewRound, programmePage),
  act(
    '/programmes/:programme/pins/lifting',
    coordinatesProgramme,
    takeBackPinForm,
    takeBackPin,
    (_, { programme }) => `/programmes/${programme}?done=pin-lifted`,
    programmePage,
  ),
  page('/rounds/:round', coordinatesAny, roundPage),
  watch(
    '/rounds/:round/progress',
    coordinatesAny,
    waitForRound,
    (tx, { params }, suggested: Suggested) => finishRound(tx, { id: params.round ?? '', ...suggested }),
    ({ id }) => `/rounds/${id}`,
  ),
  page('/rounds/:round/choice', coordinatesAny, choicePage),
  act('/rounds/:round/choice', coordinatesAny, choiceForm, chooseOtherwise, toRound, choicePage),
  file('/rounds/:round/proof.csv', coordinatesAny, proofCsv),
  act('/rounds/:round/mending', coordinatesAny, mendRoundForm, mendRound, toRound, roundPage),
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
