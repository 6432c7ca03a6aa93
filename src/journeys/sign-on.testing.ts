import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import Provider from 'oidc-provider'

/** What the provider says of somebody, by the name that they type there. */
export type Account = { email?: string; email_verified?: boolean; staff_code?: string }

export type GivenProvider = { issuer: string; accounts: Map<string, Account>; close(): Promise<void>; letBack(callback: string): void }

export const client = { id: 'lampline', secret: 'a secret of the provider’s own'.replaceAll(/[^a-z]/gi, '') }

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** A real OpenID provider on a port of this machine, with its own pages for signing in; whoever types a name is that account. */
export async function givenProvider(): Promise<GivenProvider> {
  const accounts = new Map<string, Account>()
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const callbacks: string[] = []
  let handler: ((request: never, response: never) => void) | null = null
  const build = () => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: callbacks,
          token_endpoint_auth_method: 'client_secret_post',
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['staff_code'] },
      conformIdTokenClaims: false,
      findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...accounts.get(sub) }) }),
      cookies: { keys: ['a key of this test'] },
    })
    handler = provider.callback() as never
  }
  server.on('request', (request, response) => handler?.(request as never, response as never))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  after(async () => {
    server.closeAllConnections()
    if (server.listening) await close()
  })
  return {
    issuer,
    accounts,
    letBack: (callback) => {
      callbacks.push(callback)
      build()
    },
    close: async () => {
      server.closeAllConnections()
      await close()
    },
  }
}
