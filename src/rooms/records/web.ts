import { act, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { discloseForm } from './disclose.form.ts'
import { disclosePage } from './disclose.page.tsx'
import { disclose } from './disclose.ts'

export const web: readonly Route[] = [
  page('/partnerships/:partnership/disclosure', signedIn, disclosePage),
  act(
    '/partnerships/:partnership/disclosure',
    signedIn,
    discloseForm,
    (tx, shown, { me, caller }) => disclose(tx, { ...shown, organisation: me?.organisation ?? null, network: caller.network }),
    ({ concern }) => `/concern/${concern}?done=disclosed`,
    disclosePage,
  ),
]
