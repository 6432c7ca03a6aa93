import { z } from 'zod'
import { formOf } from '#ground/form'
import { act, page, type Route } from '#ground/route'
import { askSignInLink } from './ask-sign-in-link.ts'
import { endSession } from './end-session.ts'
import { firstAdministratorPage } from './first-administrator.page.tsx'
import { beginHouse } from './first-administrator.ts'
import { anyone, signedIn } from './gates.ts'
import { askSignInLinkForm, beginHouseForm, codeForm, endSessionForm, linkForm } from './sign-in.form.ts'
import { codePage, linkPage, signInPage } from './sign-in.page.tsx'
import { type Started, startSessionByCode, startSessionByLink } from './start-session.ts'

const begin = ({ token, until, next }: Started) => ({ to: next, session: { token, until } })
const nothing = formOf(z.object({}))

export const signInWeb: readonly Route[] = [
  page('/sign-in', anyone, signInPage),
  act(
    '/sign-in',
    anyone,
    askSignInLinkForm,
    (tx, input, { caller, baseUrl }) => askSignInLink(tx, { ...input, browser: caller.browser, network: caller.network, baseUrl }),
    () => '/sign-in/code',
    signInPage,
  ),
  page('/sign-in/code', anyone, codePage),
  act(
    '/sign-in/code',
    anyone,
    codeForm,
    (tx, input, { caller }) => startSessionByCode(tx, { ...input, browser: caller.browser, device: caller.device }),
    (tried) => ('started' in tried ? begin(tried.started) : `/sign-in/code?slip=${tried.wrong.slice('people.'.length)}`),
    codePage,
  ),
  page('/sign-in/:token', anyone, linkPage),
  act(
    '/sign-in/:token',
    anyone,
    linkForm,
    (tx, input, { caller }) => startSessionByLink(tx, { ...input, browser: caller.browser, device: caller.device }),
    begin,
    linkPage,
  ),
  page('/first-administrator/:token', anyone, firstAdministratorPage),
  act(
    '/first-administrator/:token',
    anyone,
    beginHouseForm,
    (tx, { start, ...input }, { caller }) => beginHouse(tx, { ...input, device: caller.device, sample: start === 'sample' }),
    begin,
    firstAdministratorPage,
    { asHouse: true },
  ),
  act(
    '/session/ending',
    signedIn,
    nothing,
    (tx, _input, { me }) => endSession(tx, { session: me?.session ?? '' }),
    () => ({ to: '/sign-in', session: 'end' as const }),
    signInPage,
  ),
  act('/me/sessions/ending', signedIn, endSessionForm, endSession, () => '/me?done=saved', signInPage),
]
