import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { realHands } from '#ground/chance'
import { askProvider, askWhoCame } from './outside.ts'

/** A provider that says whatever a test wants it to say: its own key is known, another's is not. */
const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
let [idToken, named] = ['', '']
let changed: Record<string, unknown> = {}
const server = createServer((request, response) => {
  const answers: Record<string, unknown> = {
    '/.well-known/openid-configuration': { ...metadata(), issuer: named || issuer, ...changed },
    '/token': { access_token: 'an-access-token', token_type: 'Bearer', id_token: idToken },
    '/keys': { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] },
    '/foreign-keys': { keys: [{ ...foreign.publicKey.export({ format: 'jwk' }), kid: 'foreign', alg: 'RS256', use: 'sig' }] },
  }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answers[request.url ?? ''] ?? {}))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => void server.close())
const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
const [state, nonce, verifier] = ['a-state-of-one-try', 'a-nonce-of-one-try', 'v'.repeat(43)]
const asking = { issuer, client: 'lampline', secret: 'a-secret-of-the-client', goesInside: true }

function metadata() {
  return {
    ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` },
    ...{ response_types_supported: ['code'], code_challenge_methods_supported: ['S256'], subject_types_supported: ['public'] },
    ...{ id_token_signing_alg_values_supported: ['RS256'], authorization_response_iss_parameter_supported: true },
  }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = () => Math.floor(realHands.now().epochMilliseconds / 1000)

/** An ID token as it should be, but for what is changed in it. */
function tokenOf(claims: object = {}, header: object = {}, key = own.privateKey): string {
  const said = { iss: issuer, aud: 'lampline', sub: 'amina', nonce, iat: seconds(), exp: seconds() + 300, ...claims }
  const head = `${part({ alg: 'RS256', kid: 'own', typ: 'JWT', ...header })}.${part(said)}`
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), key).toString('base64url')}`
}

async function answerTo(token: string, iss: string | null = issuer): Promise<string> {
  idToken = token
  const secrets = { state, nonce, verifier } as never
  const coming = { ...asking, metadata: metadata() as never, secrets, callback: 'http://localhost/callback', code: 'a-code', iss }
  return askWhoCame(coming).then(
    ({ sub }) => sub,
    (error) => error.reason ?? String(error),
  )
}

test('An ID token of the provider, for us, of this try and in its time says who came.', async () => {
  assert.equal(await answerTo(tokenOf()), 'amina')
})

test('An ID token that anybody else signed, or nobody, is not taken, whatever it says of its key.', async () => {
  const none = `${part({ alg: 'none' })}.${tokenOf().split('.')[1]}.`
  const [head = '', said = '', signature = ''] = tokenOf().split('.')
  const altered = `${head}.${Buffer.from(Buffer.from(said, 'base64url').toString().replace('amina', 'leila')).toString('base64url')}.${signature}`
  const byPublicKey = `${part({ alg: 'HS256', kid: 'own' })}.${said}`
  const pem = own.publicKey.export({ type: 'spki', format: 'pem' })
  const confused = `${byPublicKey}.${createHmac('sha256', pem).update(byPublicKey).digest('base64url')}`
  const tokens = {
    ...{ none, altered, confused, cut: `${head}.${said}.` },
    foreign: tokenOf({}, {}, foreign.privateKey),
    jku: tokenOf({}, { jku: `${issuer}/foreign-keys`, kid: 'foreign' }, foreign.privateKey),
    jwk: tokenOf({}, { jwk: foreign.publicKey.export({ format: 'jwk' }), kid: undefined }, foreign.privateKey),
  }
  for (const [what, token] of Object.entries(tokens)) assert.equal(await answerTo(token), 'signon.notLetIn', what)
})

test('An ID token for another, of another issuer or try, too old, not yet, or without what it must say is not taken.', async () => {
  const changes = {
    ...{ audience: { aud: 'another-client' }, audiences: { aud: ['another-client', 'x'] }, issuer: { iss: 'https://other.example' } },
    ...{ nonce: { nonce: 'of another try' }, noNonce: { nonce: undefined }, noSubject: { sub: undefined }, noEnd: { exp: undefined } },
    ...{ old: { iat: seconds() - 9_000, exp: seconds() - 8_000 }, early: { nbf: seconds() + 9_000 } },
  }
  for (const [what, claims] of Object.entries(changes)) assert.equal(await answerTo(tokenOf(claims)), 'signon.notLetIn', what)
})

test('An answer in another issuer’s name, or in none where the provider says its own, is not taken.', async () => {
  assert.equal(await answerTo(tokenOf(), 'https://other.example'), 'signon.notLetIn')
  assert.equal(await answerTo(tokenOf(), null), 'signon.notLetIn')
})

test('A provider that calls itself otherwise than it was asked for is none.', async () => {
  assert.equal((await askProvider(asking)).issuer, issuer)
  named = 'https://other.example'
  await assert.rejects(askProvider(asking), { reason: 'signon.issuer' })
  named = ''
})

const looksLike = async (metadata: Record<string, unknown>): Promise<string> => {
  changed = metadata
  return askProvider(asking).then(
    () => 'a provider',
    (error) => error.reason ?? String(error),
  )
}

test('A provider without the code flow, PKCE by S256, or one of its three addresses is refused by name.', async () => {
  const unknown = [
    { response_types_supported: ['id_token'] },
    { code_challenge_methods_supported: ['plain'] },
    { code_challenge_methods_supported: undefined },
    ...['authorization_endpoint', 'token_endpoint', 'jwks_uri'].map((endpoint) => ({ [endpoint]: undefined })),
  ]
  for (const metadata of unknown) assert.equal(await looksLike(metadata), 'signon.noCode', JSON.stringify(metadata))
  assert.equal(await looksLike({}), 'a provider')
})

test('An address of the provider that is no page is refused: one of them becomes a link of ours.', async () => {
  for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri']) {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'ftp://login.example.org/a', 'no address']) {
      assert.equal(await looksLike({ [endpoint]: address }), 'signon.endpoint', `${endpoint} ${address}`)
    }
  }
})
