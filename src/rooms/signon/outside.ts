import {
  allowInsecureRequests,
  authorizationCodeGrant,
  Configuration,
  type CustomFetchOptions,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from 'openid-client'
import { fetchOutside } from '#ground/fetch-outside'
import { Refusal, refuse } from '#ground/refusal'
import type { Metadata, Secrets } from './provider.ts'

/** What is needed to ask a provider what it is. */
export type Asking = { issuer: string; client: string; secret: string; goesInside: boolean }
/** What is needed to learn whom a provider has let in. */
export type Coming = Asking & { metadata: Metadata; secrets: Secrets; callback: string; code: string; iss: string | null }
/** What the provider says of whom it let in, as far as we ask. */
export type Claims = { sub: string; email: string | null; isVerified: boolean; [name: string]: unknown }

const fetcher =
  (goesInside: boolean) =>
  (url: string, { method, headers, body, signal }: CustomFetchOptions) =>
    fetchOutside(new URL(url), { method, headers, body: body == null ? null : String(body), signal }, goesInside)

/**
 * Asks a provider what it is, by OpenID Connect Discovery 1.0. Refuses `signon.issuer` where it is no provider, or calls itself otherwise;
 * `signon.noCode` where it does not know the code flow with PKCE (S256); `signon.endpoint` where it sends people or us to what is no page,
 * since one of its addresses becomes a link of ours; and what `fetchOutside` refuses.
 */
export async function askProvider({ issuer, client, secret, goesInside }: Asking): Promise<Metadata> {
  const execute = goesInside ? [allowInsecureRequests] : []
  const options = { [customFetch]: fetcher(goesInside), execute }
  const found = await named(discovery(new URL(issuer), client, secret, undefined, options), 'signon.issuer')
  const metadata = found.serverMetadata()
  const flows = metadata.response_types_supported ?? ['code']
  const challenges = metadata.code_challenge_methods_supported ?? []
  const { authorization_endpoint, token_endpoint, jwks_uri } = metadata
  if (!flows.includes('code') || !challenges.includes('S256') || !authorization_endpoint || !token_endpoint || !jwks_uri)
    refuse('signon.noCode')
  if (![authorization_endpoint, token_endpoint, jwks_uri].every((address) => isPage(address, goesInside))) refuse('signon.endpoint')
  return JSON.parse(JSON.stringify(metadata)) as Metadata
}

/**
 * Exchanges what a browser brought back for what the provider says of it: state, nonce, code challenge, issuer, audience, times and the
 * signature are all looked at. Refuses `signon.notLetIn` where any of them is not as it must be.
 */
export async function askWhoCame(coming: Coming): Promise<Claims> {
  const { metadata, client, secret, secrets, callback, code, iss, goesInside } = coming
  const configuration = new Configuration(metadata as ServerMetadata, client, secret)
  configuration[customFetch] = fetcher(goesInside)
  if (goesInside) allowInsecureRequests(configuration)
  enableNonRepudiationChecks(configuration)
  const came = new URL(callback)
  for (const [name, value] of Object.entries({ code, state: secrets.state, ...(iss === null ? {} : { iss }) }))
    came.searchParams.set(name, value)
  const checks = { pkceCodeVerifier: secrets.verifier, expectedState: secrets.state, expectedNonce: secrets.nonce, idTokenExpected: true }
  const claims = (await named(authorizationCodeGrant(configuration, came, checks), 'signon.notLetIn')).claims()
  if (!claims) refuse('signon.notLetIn')
  const email = typeof claims.email === 'string' ? claims.email : null
  return { ...claims, sub: claims.sub, email, isVerified: claims.email_verified === true }
}

function isPage(address: string, goesInside: boolean): boolean {
  const protocol = URL.canParse(address) ? new URL(address).protocol : ''
  return protocol === 'https:' || (goesInside && protocol === 'http:')
}

/** What a library says is wrong with another's answer is for nobody's eyes: it becomes one of our own sentences. */
async function named<T>(work: Promise<T>, reason: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Refusal) throw cause
    return refuse(reason)
  }
}
