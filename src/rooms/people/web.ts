import { z } from 'zod'
import { formOf, id } from '#ground/form'
import { act, file, page, type Route } from '#ground/route'
import { confirmArrival } from './confirm-arrival.ts'
import { editProfilePage } from './edit-profile.page.tsx'
import { editProfile } from './edit-profile.ts'
import { endRole } from './end-role.ts'
import { administers, keepsAny, keepsOrganisation, signedIn } from './gates.ts'
import { giveRoleForm } from './give-role.form.ts'
import { giveRole } from './give-role.ts'
import { importWeb } from './import-web.ts'
import { letterPage } from './letter.page.tsx'
import { mePage } from './me.page.tsx'
import { outboxPage } from './outbox.page.tsx'
import { peoplePage } from './people.page.tsx'
import { peopleCsv, peopleXlsx } from './people-sheet.ts'
import { personPage } from './person.page.tsx'
import { myProfileForm, newPersonForm, wholeProfileForm } from './profile.form.ts'
import { registerPersonPage } from './register-person.page.tsx'
import { registerPerson } from './register-person.ts'
import { resendLetter } from './resend-letter.ts'
import { signInWeb } from './sign-in-web.ts'
import { takeBack } from './take-back.ts'
import { takeBackForm, tellAttributesForm } from './tell-attributes.form.ts'
import { tellAttributesPage } from './tell-attributes.page.tsx'
import { tellAttributes } from './tell-attributes.ts'

const letterForm = formOf(z.object({ mail: id }))
const roleForm = formOf(z.object({ role: id }))

export const web: readonly Route[] = [
  ...signInWeb,
  page('/me', signedIn, mePage),
  act(
    '/me',
    signedIn,
    myProfileForm,
    (tx, { blocks, keepBeside, ...changes }, { me }) => editProfile(tx, { person: me?.person ?? '', changes, blocks, keepBeside }),
    (_done, { language }) => ({ to: '/me?done=saved', language }),
    mePage,
  ),
  page('/me/attributes', signedIn, tellAttributesPage),
  act(
    '/me/attributes',
    signedIn,
    tellAttributesForm,
    (tx, { told }, { me }) => tellAttributes(tx, { person: me?.person ?? '', told }),
    () => '/me/attributes?done=saved',
    tellAttributesPage,
  ),
  act(
    '/me/attributes/:attribute/taking-back',
    signedIn,
    takeBackForm,
    (tx, { attribute }, { me }) => takeBack(tx, { person: me?.person ?? '', attribute }),
    () => '/me/attributes?done=taken-back',
    tellAttributesPage,
  ),
  page('/organisations/:organisation/people', keepsOrganisation, peoplePage),
  file('/organisations/:organisation/people.csv', keepsOrganisation, peopleCsv),
  file('/organisations/:organisation/people.xlsx', keepsOrganisation, peopleXlsx),
  page('/organisations/:organisation/people/new', keepsOrganisation, registerPersonPage),
  act(
    '/organisations/:organisation/people/new',
    keepsOrganisation,
    newPersonForm,
    (tx, { organisation, id: person, code, ...profile }) =>
      registerPerson(tx, { organisation, id: person, profile: code === null ? profile : { ...profile, code } }),
    (person) => `/people/${person.id}?done=added`,
    registerPersonPage,
  ),
  page('/people/:person', signedIn, personPage),
  page('/people/:person/profile', keepsAny, editProfilePage),
  act(
    '/people/:person/profile',
    keepsAny,
    wholeProfileForm,
    (tx, { person, blocks, keepBeside, ...changes }) => editProfile(tx, { person, changes, blocks, keepBeside }),
    (_done, { person }) => `/people/${person}?done=saved`,
    editProfilePage,
  ),
  act('/people/:person/roles', administers, giveRoleForm, giveRole, (_done, { person }) => `/people/${person}?done=role-given`, personPage),
  act('/roles/:role/ending', administers, roleForm, endRole, ({ person }) => `/people/${person}?done=role-ended`, personPage),
  page('/outbox', administers, outboxPage),
  page('/mails/:mail', administers, letterPage),
  act('/mails/:mail/resending', administers, letterForm, resendLetter, (_done, { mail }) => `/mails/${mail}?done=resent`, letterPage),
  act('/mails/:mail/arrival', administers, letterForm, confirmArrival, (_done, { mail }) => `/mails/${mail}?done=arrived`, letterPage),
  ...importWeb,
]
