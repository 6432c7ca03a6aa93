import { act, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { agreementPage } from './agreement.page.tsx'
import { signAgreementForm, writeAgreementForm } from './agreements.form.ts'
import { editAgreementPage } from './edit-agreement.page.tsx'
import { signAgreement } from './sign-agreement.ts'
import { writeAgreement } from './write-agreement.ts'

const to =
  (done: string) =>
  ({ partnership }: { partnership: string }) =>
    `/partnerships/${partnership}/agreement?done=${done}`

export const web: readonly Route[] = [
  page('/partnerships/:partnership/agreement', signedIn, agreementPage),
  page('/partnerships/:partnership/agreement/text', signedIn, editAgreementPage),
  act(
    '/partnerships/:partnership/agreement/text',
    signedIn,
    writeAgreementForm,
    writeAgreement,
    to('agreement-written'),
    editAgreementPage,
  ),
  act('/partnerships/:partnership/agreement/signatures', signedIn, signAgreementForm, signAgreement, to('signed'), agreementPage),
]
