import { secretHash } from '#ground/chance'

export const limits = {
  tryMinutes: 10,
  nextCharsMax: 500,
  issuerCharsMax: 500,
  clientCharsMax: 300,
  secretCharsMax: 500,
  claimCharsMax: 100,
  saidCharsMax: 254,
} as const

/** What a provider says of itself, as far as signing in needs it. */
export type Metadata = {
  issuer: string
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  [name: string]: unknown
}

/** How an organisation's people come in by a provider of its own. `codeClaim`: null where they are found by a verified address. */
export type Provider = {
  id: string
  organisation: string
  name: string
  issuer: string
  client: string
  metadata: Metadata
  codeClaim: string | null
  isStrong: boolean
  /** Its people come in by it alone; administrators by every way. */
  isOnly: boolean
  at: Temporal.Instant
}

/** What must come back from the provider, or be shown to it: one random text each, for one try. */
export type Secrets = { state: string; nonce: string; verifier: string }

export type Try = {
  id: string
  provider: Provider
  secrets: Secrets
  next: string | null
  browserHash: Uint8Array
  until: Temporal.Instant
  isUsed: boolean
}

/** The code challenge of PKCE, S256. Source: RFC 7636, section 4.2. */
export const challengeOf = ({ verifier }: Secrets) => secretHash(verifier).toString('base64url')

export const callbackOf = (baseUrl: string, name: string) => `${baseUrl}/sign-in/with/${name}/callback`

export const placeOfSecret = (provider: string) => ({ kind: 'sign-on-secret', item: provider, author: '' })
export const placeOfTry = (id: string) => ({ kind: 'sign-on-try', item: id, author: '' })
