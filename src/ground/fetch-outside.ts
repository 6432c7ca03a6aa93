import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { guardedLookup } from './fetch-feed.ts'
import { isPublicAddress } from './public-address.ts'
import { Refusal, refuse } from './refusal.ts'

export const outsideLimits = { bytesMax: 500_000, wholeMs: 10_000 } as const

export type OutsideRequest = { method?: string; headers?: Record<string, string>; body?: string | null; signal?: AbortSignal | undefined }

/**
 * A request to a server that somebody named, as `fetch` answers it: over TLS to the public internet alone, or with `goesInside` anywhere.
 * The address that was reached is looked at too; redirects are not followed. Refuses `outside.internal`, `outside.slow`,
 * `outside.notThere`, `outside.tooBig`.
 */
export async function fetchOutside(url: URL, asked: OutsideRequest, goesInside: boolean): Promise<Response> {
  if (url.protocol !== 'https:' && !(goesInside && url.protocol === 'http:')) refuse('outside.internal')
  const isAllowed = goesInside ? () => true : isPublicAddress
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host)) refuse('outside.internal')
  const whole = AbortSignal.timeout(outsideLimits.wholeMs)
  const signal = asked.signal ? AbortSignal.any([asked.signal, whole]) : whole
  try {
    return await answerOf(url, { ...asked, signal }, isAllowed)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return refuse(whole.aborted ? 'outside.slow' : 'outside.notThere')
  }
}

async function answerOf(url: URL, { method = 'GET', headers, body, signal }: OutsideRequest, isAllowed: (address: string) => boolean) {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const lookup = guardedLookup({ isAllowed }, 'outside.internal')
  const options = { method, headers: { 'user-agent': 'Lampline', ...headers }, agent: false, lookup }
  const asked = request(url, signal ? { ...options, signal } : options, (answer) => {
    const parts: Buffer[] = []
    let bytes = 0
    answer.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > outsideLimits.bytesMax) asked.destroy(new Refusal('outside.tooBig'))
      else parts.push(part)
    })
    answer.on('end', () => {
      const type = answer.headers['content-type']
      const status = answer.statusCode ?? 502
      const text = status === 204 || status === 304 ? null : Buffer.concat(parts)
      resolve(new Response(text, { status, headers: type === undefined ? {} : { 'content-type': type } }))
    })
    answer.on('error', reject)
  })
  asked.on('error', reject)
  asked.on('socket', (socket: Socket) => {
    socket.once('connect', () => {
      if (!isAllowed(socket.remoteAddress ?? '')) asked.destroy(new Refusal('outside.internal'))
    })
  })
  asked.end(body ?? undefined)
  return promise
}
