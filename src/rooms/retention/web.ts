import { act, page, type Route } from '#ground/route'
import { administers, signedIn } from '#people/gates'
import { askErasure } from './ask-erasure.ts'
import { erasureForm, othersErasureForm, ownForm, personForm } from './erasure.form.ts'
import { myErasurePage, othersErasurePage } from './erasure.page.tsx'
import { shredForm } from './shred-programme.form.ts'
import { shredProgramme } from './shred-programme.ts'
import { shreddingPage } from './shredding.page.tsx'
import { takeBackErasure } from './take-back-erasure.ts'

export const web: readonly Route[] = [
  page('/me/erasure', signedIn, myErasurePage),
  act(
    '/me/erasure',
    signedIn,
    erasureForm,
    (tx, input, { me }) => askErasure(tx, { ...input, person: me?.person ?? '' }),
    () => '/me/erasure?done=erasure-asked',
    myErasurePage,
  ),
  act(
    '/me/erasure/taking-back',
    signedIn,
    ownForm,
    (tx, _input, { me }) => takeBackErasure(tx, { person: me?.person ?? '' }),
    () => '/me/erasure?done=erasure-taken-back',
    myErasurePage,
  ),
  page('/people/:person/erasure', administers, othersErasurePage),
  act(
    '/people/:person/erasure',
    administers,
    othersErasureForm,
    askErasure,
    (_done, { person }) => `/people/${person}/erasure?done=erasure-asked`,
    othersErasurePage,
  ),
  act(
    '/people/:person/erasure/taking-back',
    administers,
    personForm,
    takeBackErasure,
    (_done, { person }) => `/people/${person}/erasure?done=erasure-taken-back`,
    othersErasurePage,
  ),
  page('/programmes/:programme/shredding', administers, shreddingPage),
  act(
    '/programmes/:programme/shredding',
    administers,
    shredForm,
    shredProgramme,
    (_done, { programme }) => `/programmes/${programme}/shredding?done=shredded`,
    shreddingPage,
  ),
]
