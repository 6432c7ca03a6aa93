import { z } from 'zod'
import { formOf, id, line, slipKey } from '#ground/form'
import { type Asked, act, type Next, page, type Route } from '#ground/route'
import { administers, anyone, signedIn } from '#people/gates'
import { afterEntering, ownNext } from '#people/sign-in'
import { type Added, addPasskey } from './add-passkey.ts'
import { assertionField, attestationField } from './answer.form.ts'
import { askChallenge } from './ask-challenge.ts'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { liftPasskeysPage } from './lift-passkeys.page.tsx'
import { liftPasskeys } from './lift-passkeys.ts'
import { newPasskeyPage } from './new-passkey.page.tsx'
import { limits, type Purpose } from './passkey.ts'
import { passkeySessionPage } from './passkey-session.page.tsx'
import { proofPage } from './proof.page.tsx'
import { proveByPasskey } from './prove-by-passkey.ts'
import { recoveryCodesPage } from './recovery-codes.page.tsx'
import { removePasskey } from './remove-passkey.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { type CodeUsed, useRecoveryCode } from './use-recovery-code.ts'
import { waysInPage } from './ways-in.page.tsx'

const nextField = z
  .string()
  .optional()
  .transform((text) => ownNext(text))
const challengeForm = formOf(z.object({ next: nextField }))
const signedForm = formOf(z.object({ answer: assertionField }))
const madeForm = formOf(z.object({ answer: attestationField, name: line(limits.nameCharsMax) }))
const codeForm = formOf(z.object({ code: line(limits.nameCharsMax), next: nextField }))
const secret = z.string({ error: slipKey('slip.stale') }).regex(/^[\w-]{22}$/, slipKey('slip.stale'))
const sheetForm = formOf(z.object({ id, secret, next: nextField }))
const passkeyForm = formOf(z.object({ passkey: id }))
const personForm = formOf(z.object({ person: id }))

const broughtBy = ({ caller, baseUrl }: Asked) => ({ browser: caller.browser, baseUrl })
const ownOf = ({ me }: Asked) => ({ person: me?.person ?? '', session: me?.session ?? '' })
const askedBy = (purpose: Purpose, next: string | null, { caller: { browser, network } }: Asked) => ({ purpose, next, browser, network })
const withNext = (path: string, next: string | null) =>
  next === null ? path : `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`

/** After a code: on to where the person was going, or back with what is wrong. */
function afterCode(used: CodeUsed, next: string | null): Next {
  if (used.kind !== 'proven') return withNext(`/session/proof?code=${used.kind}`, next)
  return { to: next ?? '/me/ways-in?done=proven', session: used.session }
}

/** After the first passkey its person is shown recovery codes, and then goes on. */
function afterAdding({ isFirst, next, session }: Added): Next {
  const to = isFirst ? withNext('/me/recovery-codes?done=passkey-added', next) : '/me/ways-in?done=passkey-added'
  return session === null ? to : { to, session }
}

export const web: readonly Route[] = [
  page('/passkey-session', anyone, passkeySessionPage),
  act(
    '/passkey-session/challenge',
    anyone,
    challengeForm,
    async (tx, { next }, asked) => (asked.me === null ? askChallenge(tx, askedBy('sign-in', next, asked)) : undefined),
    () => '/passkey-session?ask=now',
    passkeySessionPage,
  ),
  act(
    '/passkey-session',
    anyone,
    signedForm,
    // Who is signed in already needs no other session.
    async (tx, { answer }, asked) =>
      asked.me === null ? signInByPasskey(tx, { signed: answer, ...broughtBy(asked), device: asked.caller.device }) : null,
    (entered) => {
      if (entered === null) return '/'
      if ('slip' in entered) return `/passkey-session?slip=${entered.slip}`
      return afterEntering(entered, { closed: '/passkey-session?slip=again', wrong: '/passkey-session?slip=unchecked' })
    },
    passkeySessionPage,
  ),
  page('/session/proof', signedIn, proofPage),
  act(
    '/session/proof/challenge',
    signedIn,
    challengeForm,
    (tx, { next }, asked) => askChallenge(tx, askedBy('prove', next, asked)),
    (_done, { next }) => withNext('/session/proof?ask=now', next),
    proofPage,
  ),
  act(
    '/session/proof',
    signedIn,
    signedForm,
    (tx, { answer }, asked) => proveByPasskey(tx, { signed: answer, session: asked.me?.session ?? '', ...broughtBy(asked) }),
    (proven) => {
      if ('slip' in proven) return `/session/proof?slip=${proven.slip}`
      return { to: proven.next ?? '/me/ways-in?done=proven', session: proven.session }
    },
    proofPage,
  ),
  act(
    '/session/proof/code',
    signedIn,
    codeForm,
    (tx, { code }, asked) => useRecoveryCode(tx, { code, ...ownOf(asked) }),
    (outcome, { next }) => afterCode(outcome, next),
    proofPage,
  ),
  page('/me/ways-in', signedIn, waysInPage),
  page('/me/passkeys/new', signedIn, newPasskeyPage),
  act(
    '/me/passkeys/challenge',
    signedIn,
    challengeForm,
    (tx, { next }, asked) => askChallenge(tx, askedBy('add', next, asked)),
    () => '/me/passkeys/new',
    waysInPage,
  ),
  act(
    '/me/passkeys',
    signedIn,
    madeForm,
    (tx, { answer, name }, asked) => addPasskey(tx, { made: answer, name, ...ownOf(asked), ...broughtBy(asked) }),
    (added) => ('slip' in added ? `/me/passkeys/new?slip=${added.slip}` : afterAdding(added)),
    newPasskeyPage,
  ),
  act(
    '/passkeys/:passkey/ending',
    signedIn,
    passkeyForm,
    (tx, { passkey }, { me }) => removePasskey(tx, { passkey, session: me?.session ?? '', isRequired: me?.passkey === 'required' }),
    () => '/me/ways-in?done=passkey-removed',
    waysInPage,
  ),
  page('/me/recovery-codes', signedIn, recoveryCodesPage),
  act(
    '/me/recovery-codes',
    signedIn,
    sheetForm,
    (tx, { id: sheet, secret: from }, asked) => keepRecoveryCodes(tx, { id: sheet, secret: from, ...ownOf(asked) }),
    (_done, { next }) => next ?? '/me/ways-in?done=codes-kept',
    recoveryCodesPage,
  ),
  page('/people/:person/passkeys', administers, liftPasskeysPage),
  act(
    '/people/:person/passkeys/lifting',
    administers,
    personForm,
    liftPasskeys,
    (_done, { person }) => `/people/${person}/passkeys?done=passkeys-lifted`,
    liftPasskeysPage,
  ),
]
