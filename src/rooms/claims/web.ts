import { act, page, type Route } from '#ground/route'
import { coordinatesAny, signedIn } from '#people/gates'
import { claimPage } from './claim.page.tsx'
import { approveForm, callBackForm, makeClaimForm, payForm, refuseForm } from './claims.form.ts'
import { bankClaimsPage, claimRefusedPage, ownClaimsPage } from './claims.page.tsx'
import { approveClaim, callBack, payClaim, refuseClaim } from './decide-claim.ts'
import { makeClaim } from './make-claim.ts'

const to = ({ claim }: { claim: string }) => `/claims/${claim}?done=saved`

export const web: readonly Route[] = [
  page('/claims', signedIn, ownClaimsPage),
  page('/banks/:bank/claims', coordinatesAny, bankClaimsPage),
  act('/banks/:bank/claims', signedIn, makeClaimForm, makeClaim, ({ id }) => `/claims/${id}?done=claimed`, claimRefusedPage),
  page('/claims/:claim', signedIn, claimPage),
  act('/claims/:claim/calls', coordinatesAny, callBackForm, callBack, to, claimPage),
  act('/claims/:claim/approval', coordinatesAny, approveForm, approveClaim, to, claimPage),
  act('/claims/:claim/refusal', coordinatesAny, refuseForm, refuseClaim, to, claimPage),
  act('/claims/:claim/payment', coordinatesAny, payForm, payClaim, to, claimPage),
]
