import { z } from 'zod'
import { foldAddress } from '#ground/fold'
import { formOf, slipKey } from '#ground/form'
import { limits } from './person.ts'
import { readEmail } from './read-parts.ts'
import { ownNext } from './sign-in.ts'

const givenCharsMax = 100

/** One address, in any case and Unicode form, with the spaces that slip in by pasting; comes out folded. */
export const emailAddress = z
  .string({ error: slipKey('slip.missing') })
  .max(limits.nameCharsMax + limits.addressCharsMax, slipKey('slip.too-long', { max: limits.addressCharsMax }))
  .transform((text, context) => {
    const email = readEmail(text)
    if (email !== null && email.length <= limits.addressCharsMax) return email
    const message =
      text.trim() === '' ? slipKey('slip.missing') : slipKey('slip.person.email', { given: text.trim().slice(0, givenCharsMax) })
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

export const askSignInLinkForm = formOf(
  z
    .object({ address: emailAddress, next: z.string().optional() })
    .transform(({ address, next }) => ({ address: foldAddress(address), next: ownNext(next) })),
)
