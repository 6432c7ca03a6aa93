import { z } from 'zod'
import { choice, type Form, formOf, id, line, maybeLine, slipKey } from '#ground/form'
import type { BeginSignOn } from './begin-sign-on.ts'
import type { FinishSignOn } from './finish-sign-on.ts'
import { limits } from './provider.ts'
import type { SetUpProvider } from './set-up-provider.ts'

const bad = { error: slipKey('slip.signon.name') }
const name = line(40)
  .transform((text) => text.toLowerCase())
  .refine((text) => /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(text), bad)
const issuer = line(limits.issuerCharsMax)
  .transform((text) => text.replace(/\/\.well-known\/openid-configuration$/, ''))
  .refine((text) => URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol), { error: slipKey('slip.signon.issuer') })
const yes = z
  .string()
  .optional()
  .transform((tick) => tick === 'yes')

export const setUpForm: Form<SetUpProvider> = formOf(
  z
    .object({
      ...{ id, organisation: id, name, issuer, client: line(limits.clientCharsMax), secret: maybeLine(limits.secretCharsMax) },
      ...{ found: choice(['address', 'code']), claim: maybeLine(limits.claimCharsMax), isStrong: yes, isOnly: yes },
    })
    .transform(({ found, claim, ...rest }, context) => {
      if (found === 'code' && claim === null) context.addIssue({ code: 'custom', path: ['claim'], message: slipKey('slip.missing') })
      return { ...rest, codeClaim: found === 'code' ? claim : null }
    }),
)
export const endForm = formOf(z.object({ organisation: id }))
export const findForm = formOf(z.object({ name, next: maybeLine(limits.nextCharsMax) }))
export const beginForm: Form<Omit<BeginSignOn, 'browser'>> = formOf(z.object({ id, name, next: maybeLine(limits.nextCharsMax) }))

const brought = z
  .string({ error: slipKey('slip.stale') })
  .min(1, slipKey('slip.stale'))
  .max(4_000, slipKey('slip.stale'))
export const finishForm: Form<Omit<FinishSignOn, 'browser' | 'device'>> = formOf(
  z.object({ name, code: brought, state: brought, iss: maybeLine(limits.issuerCharsMax) }),
)
