import { act, file, page, type Route } from '#ground/route'
import { administers, anyone, signedIn } from '#people/gates'
import { discloseForm } from './disclose.form.ts'
import { disclosePage } from './disclose.page.tsx'
import { disclose } from './disclose.ts'
import { looksPage } from './looks.page.tsx'
import { myDataJson, myDataPage } from './my-data.page.tsx'
import { whoSeesPage } from './who-sees.page.tsx'

export const web: readonly Route[] = [
  page('/my-data', signedIn, myDataPage),
  file('/my-data.json', signedIn, myDataJson),
  page('/who-sees-what', anyone, whoSeesPage),
  page('/organisations/:organisation/looks', administers, looksPage),
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
