import { act, file, page, type Route } from '#ground/route'
import { coordinatesAny } from '#people/gates'
import { bridgeTrancheForm } from './bridge-tranche.form.ts'
import { bridgeTranchePage } from './bridge-tranche.page.tsx'
import { bridgeTranche } from './bridge-tranche.ts'
import { decideInKindForm } from './decide-in-kind.form.ts'
import { decideInKindPage } from './decide-in-kind.page.tsx'
import { decideInKind } from './decide-in-kind.ts'
import { funderPage } from './funder.page.tsx'
import { giveBackForm } from './give-back.form.ts'
import { giveBackPage } from './give-back.page.tsx'
import { giveBack } from './give-back.ts'
import { meetConditionForm } from './meet-condition.form.ts'
import { meetConditionPage } from './meet-condition.page.tsx'
import { meetCondition } from './meet-condition.ts'
import { moneyPage } from './money.page.tsx'
import { moneyCsv, moneyXlsx } from './money-sheet.ts'
import { offerInKindForm } from './offer-in-kind.form.ts'
import { offerInKindPage } from './offer-in-kind.page.tsx'
import { offerInKind } from './offer-in-kind.ts'
import { planTrancheForm } from './plan-tranche.form.ts'
import { planTranchePage } from './plan-tranche.page.tsx'
import { planTranche } from './plan-tranche.ts'
import { pledgeMoneyForm } from './pledge-money.form.ts'
import { pledgeMoneyPage } from './pledge-money.page.tsx'
import { pledgeMoney } from './pledge-money.ts'
import { receiptPage } from './receipt.page.tsx'
import { runwayPage } from './runway.page.tsx'
import { signCommitmentForm } from './sign-commitment.form.ts'
import { signCommitmentPage } from './sign-commitment.page.tsx'
import { signCommitment } from './sign-commitment.ts'
import { takeBackReceiptForm } from './take-back-receipt.form.ts'
import { takeBackReceipt } from './take-back-receipt.ts'
import { takePaymentForm } from './take-payment.form.ts'
import { takePaymentPage } from './take-payment.page.tsx'
import { takePayment } from './take-payment.ts'
import { takeReceiptForm } from './take-receipt.form.ts'
import { takeReceiptPage } from './take-receipt.page.tsx'
import { takeReceipt } from './take-receipt.ts'
import { waivePartForm } from './waive-part.form.ts'
import { waivePartPage } from './waive-part.page.tsx'
import { waivePart } from './waive-part.ts'

const toFunder = ({ funder }: { funder: string }) => `/funders/${funder}?done=saved`
const toReceipt = ({ receipt }: { receipt: string }) => `/receipts/${receipt}?done=received`

export const web: readonly Route[] = [
  page('/banks/:bank/money', coordinatesAny, moneyPage),
  file('/banks/:bank/money.csv', coordinatesAny, moneyCsv),
  file('/banks/:bank/money.xlsx', coordinatesAny, moneyXlsx),
  page('/banks/:bank/runway', coordinatesAny, runwayPage),
  page('/banks/:bank/payments', coordinatesAny, takePaymentPage),
  act('/banks/:bank/payments', coordinatesAny, takePaymentForm, takePayment, toReceipt, takePaymentPage),
  page('/banks/:bank/waivers', coordinatesAny, waivePartPage),
  act('/banks/:bank/waivers', coordinatesAny, waivePartForm, waivePart, ({ bank }) => `/banks/${bank}/money?done=saved`, waivePartPage),
  page('/funders/:funder', coordinatesAny, funderPage),
  page('/funders/:funder/pledges', coordinatesAny, pledgeMoneyPage),
  act('/funders/:funder/pledges', coordinatesAny, pledgeMoneyForm, pledgeMoney, toFunder, pledgeMoneyPage),
  page('/funders/:funder/commitments', coordinatesAny, signCommitmentPage),
  act('/funders/:funder/commitments', coordinatesAny, signCommitmentForm, signCommitment, toFunder, signCommitmentPage),
  page('/commitments/:commitment/tranches', coordinatesAny, planTranchePage),
  act('/commitments/:commitment/tranches', coordinatesAny, planTrancheForm, planTranche, toFunder, planTranchePage),
  page('/tranches/:tranche/condition', coordinatesAny, meetConditionPage),
  act('/tranches/:tranche/condition', coordinatesAny, meetConditionForm, meetCondition, toFunder, meetConditionPage),
  page('/tranches/:tranche/bridge', coordinatesAny, bridgeTranchePage),
  act('/tranches/:tranche/bridge', coordinatesAny, bridgeTrancheForm, bridgeTranche, toFunder, bridgeTranchePage),
  page('/funders/:funder/receipts', coordinatesAny, takeReceiptPage),
  act('/funders/:funder/receipts', coordinatesAny, takeReceiptForm, takeReceipt, toReceipt, takeReceiptPage),
  page('/receipts/:receipt', coordinatesAny, receiptPage),
  act(
    '/receipts/:receipt/taking-back',
    coordinatesAny,
    takeBackReceiptForm,
    takeBackReceipt,
    ({ receipt }) => `/receipts/${receipt}?done=taken-back`,
    receiptPage,
  ),
  page('/funders/:funder/in-kind', coordinatesAny, offerInKindPage),
  act('/funders/:funder/in-kind', coordinatesAny, offerInKindForm, offerInKind, toFunder, offerInKindPage),
  page('/in-kind/:contribution/decision', coordinatesAny, decideInKindPage),
  act('/in-kind/:contribution/decision', coordinatesAny, decideInKindForm, decideInKind, toFunder, decideInKindPage),
  page('/funders/:funder/returns', coordinatesAny, giveBackPage),
  act('/funders/:funder/returns', coordinatesAny, giveBackForm, giveBack, toFunder, giveBackPage),
]
