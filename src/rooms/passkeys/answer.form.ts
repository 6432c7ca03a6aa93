import { z } from 'zod'
import { slipKey } from '#ground/form'
import { limits } from './passkey.ts'

const unread = slipKey('slip.passkey-unread')
const credentialCharsMax = 1_400
const bytes = (charsMax: number) =>
  z
    .string({ error: unread })
    .regex(/^[\w-]+$/, unread)
    .max(charsMax, unread)
const transport = z.string({ error: unread }).regex(/^[a-z-]{1,20}$/, unread)

/** JSON → value; what is none is a slip like any other. */
function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: unread })
    return z.NEVER
  }
}

const clientData = z.object({ type: z.string(), challenge: bytes(200), origin: z.string().max(500) }, { error: unread })

/** What the browser says was signed: for what, on which challenge, at which site. Believed only once the signature holds. */
const client = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .transform(parsed)
  .pipe(clientData)

const credential = { id: bytes(credentialCharsMax), rawId: bytes(credentialCharsMax), type: z.literal('public-key', { error: unread }) }

const assertion = z.object(
  {
    ...credential,
    response: z.object({
      clientDataJSON: bytes(limits.answerCharsMax),
      authenticatorData: bytes(limits.answerCharsMax),
      signature: bytes(limits.answerCharsMax),
      userHandle: z.string().max(200).nullish(),
    }),
  },
  { error: unread },
)
const attestation = z.object(
  {
    ...credential,
    response: z.object({
      clientDataJSON: bytes(limits.answerCharsMax),
      attestationObject: bytes(limits.answerCharsMax),
      transports: z.array(transport).max(8).optional(),
    }),
  },
  { error: unread },
)

const json = z.string({ error: unread }).max(limits.answerCharsMax, unread).transform(parsed)

function withClient<Answer extends { response: { clientDataJSON: string } }>(answer: Answer, context: z.RefinementCtx) {
  const read = client.safeParse(answer.response.clientDataJSON)
  if (read.success) return { answer, client: read.data }
  context.addIssue({ code: 'custom', message: unread })
  return z.NEVER
}

/** What a passkey signed. */
export const assertionField = json.pipe(assertion).transform(withClient)
/** A passkey just made. */
export const attestationField = json.pipe(attestation).transform(withClient)

export type Assertion = z.output<typeof assertionField>
export type Attestation = z.output<typeof attestationField>
