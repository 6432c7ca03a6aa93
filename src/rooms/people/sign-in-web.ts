import { z } from 'zod'
import type { Tx } from '#ground/db'
import { formOf, id } from '#ground/form'
import { type Asked, act, type Next, page, type Route } from '#ground/route'
import { askSignInLinkForm } from './ask-sign-in-link.form.ts'
import { askSignInLink } from './ask-sign-in-link.ts'
import { beginHouseForm } from './begin-house.form.ts'
import { beginHousePage } from './begin-house.page.tsx'
import { beginHouse } from './begin-house.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { anyone, signedIn } from './gates.ts'
import { leavingPage } from './leaving.page.tsx'
import { mePage } from './me.page.tsx'
import { sayWhoForm } from './say-who.form.ts'
import { sayWhoPage } from './say-who.page.tsx'
import { sayWho } from './say-who.ts'
import { codePage, signInPage } from './sign-in.page.tsx'
import { afterEntering } from './sign-in.ts'
import { useSignInCodeForm } from './use-sign-in-code.form.ts'
import { useSignInCode } from './use-sign-in-code.ts'
import { useSignInLinkPage } from './use-sign-in-link.page.tsx'
import { useSignInLink } from './use-sign-in-link.ts'

const sure = z
  .string()
  .optional()
  .transform((text) => text === 'yes')
const leavingForm = formOf(z.object({ sure }))
const endingForm = formOf(z.object({ session: id, sure }))
const nothing = formOf(z.object({}))
const tokenForm = formOf(z.object({ token: z.string() }))
const codePages = { closed: '/sign-in/code', wrong: '/sign-in/code?wrong=1' }
const whoPages = { closed: '/sign-in/who', wrong: '/sign-in/who?wrong=1' }
const linkPages = ({ token }: { token: string }) => {
  const closed = `/sign-in/${encodeURIComponent(token)}`
  return { closed, wrong: closed }
}
const browserOf = ({ caller }: Asked) => ({ browser: caller.browser, device: caller.device })

type Left = 'here' | 'elsewhere' | 'asks'
/** To leave clears what the browser keeps; where logs that nobody received would be lost with it, the person is asked first. */
async function leave(tx: Tx, { session, sure }: { session?: string; sure: boolean }, { me, caller }: Asked): Promise<Left> {
  const isHere = session === undefined || session === me?.session
  if (isHere && caller.unsent > 0 && !sure) return 'asks'
  await endSession(tx, { session: session ?? me?.session ?? '' })
  return isHere ? 'here' : 'elsewhere'
}
const next = (left: Left): Next =>
  left === 'here' ? { to: '/sign-in?done=signed-out', session: 'end' } : left === 'asks' ? '/session/ending' : '/me?done=session-ended'

export const signInWeb: readonly Route[] = [
  page('/sign-in', anyone, signInPage),
  act(
    '/sign-in',
    anyone,
    askSignInLinkForm,
    // Who is signed in already needs no letter, and may not look at sign-in links.
    async (tx, input, { me, caller }) =>
      me === null ? askSignInLink(tx, { ...input, browser: caller.browser, network: caller.network }) : null,
    (asked) => (asked === null ? '/' : '/sign-in/code'),
    signInPage,
  ),
  page('/sign-in/code', anyone, codePage),
  act(
    '/sign-in/code',
    anyone,
    useSignInCodeForm,
    (tx, input, asked) => useSignInCode(tx, { ...input, ...browserOf(asked) }),
    (entered) => afterEntering(entered, codePages),
    codePage,
  ),
  page('/sign-in/who', anyone, sayWhoPage),
  act(
    '/sign-in/who',
    anyone,
    sayWhoForm,
    (tx, input, asked) => sayWho(tx, { ...input, ...browserOf(asked) }),
    (entered) => afterEntering(entered, whoPages),
    sayWhoPage,
  ),
  page('/sign-in/:token', anyone, useSignInLinkPage),
  act(
    '/sign-in/:token',
    anyone,
    tokenForm,
    (tx, input, asked) => useSignInLink(tx, { ...input, ...browserOf(asked) }),
    (entered, input) => afterEntering(entered, linkPages(input)),
    useSignInLinkPage,
  ),
  page('/first-administrator/:token', anyone, beginHousePage),
  act(
    '/first-administrator/:token',
    anyone,
    beginHouseForm,
    (tx, input, asked) => beginHouse(tx, { ...input, ...browserOf(asked) }),
    (entered, { sample, language }) => {
      const next = afterEntering(entered, { closed: '/sign-in', wrong: '/sign-in' })
      return typeof next === 'string' ? next : { ...next, to: `/?done=${sample ? 'sample' : 'begun'}`, language }
    },
    beginHousePage,
  ),
  page('/session/ending', signedIn, leavingPage),
  act('/session/ending', signedIn, leavingForm, (tx, input, asked) => leave(tx, input, asked), next, leavingPage),
  act('/sessions/:session/ending', signedIn, endingForm, (tx, input, asked) => leave(tx, input, asked), next, mePage),
  act(
    '/me/other-sessions/ending',
    signedIn,
    nothing,
    (tx, _input, { me }) => endOtherSessions(tx, { person: me?.person ?? '', keep: me?.session ?? null }),
    () => '/me?done=sessions-ended',
    mePage,
  ),
]
