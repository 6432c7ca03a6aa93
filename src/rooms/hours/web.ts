import { act, page, type Route } from '#ground/route'
import { coordinatesAny, coordinatesProgramme, signedIn } from '#people/gates'
import { decideAdjustment } from './adjust.ts'
import { adjustmentsPage } from './adjustments.page.tsx'
import {
  changeTariffForm,
  changeTermsForm,
  closePeriodForm,
  decideAdjustmentForm,
  decideSharesForm,
  proposeAdjustmentForm,
  proposeSharesForm,
  reverseForm,
} from './bank.form.ts'
import { bankPage } from './bank.page.tsx'
import { closingsPage, tariffPage, termsPage } from './bank-change.page.tsx'
import { bankRulesPage } from './bank-rules.page.tsx'
import { decideShares, proposeShares } from './change-shares.ts'
import { closePeriod } from './close-period.ts'
import { entryPage, journalPage } from './journal.page.tsx'
import { openBankForm } from './open-bank.form.ts'
import { programmeBankPage } from './open-bank.page.tsx'
import { openBank } from './open-bank.ts'
import { sharesPage } from './shares.page.tsx'
import { changeTypedTariff, changeTypedTerms, proposeTypedAdjustment, reverseToday } from './typed.ts'

const to =
  (part: string) =>
  (_result: unknown, { bank }: { bank: string }) =>
    `/banks/${bank}/${part}?done=saved`
const toOf =
  (part: string) =>
  ({ bank }: { bank: string }) =>
    `/banks/${bank}/${part}?done=saved`

export const web: readonly Route[] = [
  page('/programmes/:programme/bank', coordinatesProgramme, programmeBankPage),
  act(
    '/programmes/:programme/bank',
    coordinatesProgramme,
    openBankForm,
    openBank,
    ({ id }) => `/banks/${id}?done=bank-opened`,
    programmeBankPage,
  ),
  page('/banks/:bank', coordinatesAny, bankPage),
  page('/banks/:bank/rules', signedIn, bankRulesPage),
  page('/banks/:bank/tariff', coordinatesAny, tariffPage),
  act('/banks/:bank/tariff', coordinatesAny, changeTariffForm, changeTypedTariff, to('tariff'), tariffPage),
  page('/banks/:bank/shares', coordinatesAny, sharesPage),
  act('/banks/:bank/shares', coordinatesAny, proposeSharesForm, proposeShares, to('shares'), sharesPage),
  act('/share-sets/:shareSet/decision', coordinatesAny, decideSharesForm, decideShares, toOf('shares'), sharesPage),
  page('/banks/:bank/terms', coordinatesAny, termsPage),
  act('/banks/:bank/terms', coordinatesAny, changeTermsForm, changeTypedTerms, to('terms'), termsPage),
  page('/banks/:bank/adjustments', coordinatesAny, adjustmentsPage),
  act('/banks/:bank/adjustments', coordinatesAny, proposeAdjustmentForm, proposeTypedAdjustment, to('adjustments'), adjustmentsPage),
  act('/adjustments/:adjustment/decision', coordinatesAny, decideAdjustmentForm, decideAdjustment, toOf('adjustments'), adjustmentsPage),
  page('/banks/:bank/closings', coordinatesAny, closingsPage),
  act('/banks/:bank/closings', coordinatesAny, closePeriodForm, closePeriod, to('closings'), closingsPage),
  page('/banks/:bank/journal', coordinatesAny, journalPage),
  page('/entries/:entry', coordinatesAny, entryPage),
  act(
    '/entries/:entry/reversal',
    coordinatesAny,
    reverseForm,
    reverseToday,
    (_result, { entry }) => `/entries/${entry}?done=saved`,
    entryPage,
  ),
]
