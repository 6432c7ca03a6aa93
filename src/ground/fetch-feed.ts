import { lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { createGunzip } from 'node:zlib'
import { isPublicAddress } from './public-address.ts'
import { Refusal, refuse } from './refusal.ts'

export const feedLimits = { addressCharsMax: 2_000, bytesMax: 2_000_000, wholeMs: 10_000, redirectsMax: 3, markCharsMax: 500 } as const

/** What a server said of the version it gave, to be said back to it. */
export type FeedMarks = { etag: string | null; modified: string | null }
export type FetchedFeed = ({ text: string } & FeedMarks) | 'unchanged'

/** Tests hold a server of their own, which has no public address and no certificate; the house hands over nothing. */
export type FetchOptions = { allowHttp?: boolean; isAllowed?: (address: string) => boolean; resolve?: typeof lookup; wholeMs?: number }

/**
 * The address of a calendar as it is read: https, also where it is written webcal. Refuses `feeds.address`.
 * Only who owns it may see it: it opens the calendar to whoever has it.
 */
export function feedAddress(written: string, { allowHttp = false }: FetchOptions = {}): URL {
  const text = written.trim().replace(/^webcals?:/i, 'https:')
  const url = text.length <= feedLimits.addressCharsMax && URL.canParse(text) ? new URL(text) : refuse('feeds.address')
  const isSafe = url.protocol === 'https:' || (allowHttp && url.protocol === 'http:')
  if (!isSafe || url.username !== '' || url.password !== '' || url.hostname === '') refuse('feeds.address')
  url.hash = ''
  return url
}

/**
 * Fetches a calendar for somebody, from the public internet alone: the name is resolved here, every address that it has is looked at, and
 * so is the one that was reached, for each redirect anew. No cookies, no credentials.
 *
 * Refuses `feeds.address`, `feeds.internal`, `feeds.tooBig`, `feeds.slow`, `feeds.notFound`, `feeds.notCalendar`; no error names the
 * address.
 */
export async function fetchFeed(address: string, marks: FeedMarks, options: FetchOptions = {}): Promise<FetchedFeed> {
  const signal = AbortSignal.timeout(options.wholeMs ?? feedLimits.wholeMs)
  try {
    let url = feedAddress(address, options)
    for (let hops = 0; hops <= feedLimits.redirectsMax; hops += 1) {
      const answer = await answerOf(url, marks, signal, options)
      const next = placeNamed(answer, url)
      if (next === null) return await readAnswer(answer, signal)
      answer.destroy()
      url = feedAddress(next, options)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) refuse('feeds.notCalendar')
    // A system error may carry the host's name or the path: it goes no further than its kind.
    refuse(signal.aborted ? 'feeds.slow' : 'feeds.notFound')
  }
  return refuse('feeds.notFound')
}

function answerOf(url: URL, { etag, modified }: FeedMarks, signal: AbortSignal, options: FetchOptions): Promise<IncomingMessage> {
  const { isAllowed = isPublicAddress } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name that is an address is never looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) refuse('feeds.internal')
  const headers = {
    accept: 'text/calendar',
    'accept-encoding': 'gzip',
    'user-agent': 'Lampline',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(modified === null ? {} : { 'if-modified-since': modified }),
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, signal, agent: false, lookup: guardedLookup(options) }, resolve)
    asked.on('error', reject)
    asked.on('socket', (socket: Socket) => {
      socket.once('connect', () => {
        if (!isAllowed(socket.remoteAddress ?? '')) asked.destroy(new Refusal('feeds.internal'))
      })
    })
    asked.end()
  })
}

/**
 * The one look-up that is made, answering only addresses that the house may go to: what it answers is what is connected to, so that a name
 * cannot mean another host a moment later. Refuses `reason`, in the words of who goes there.
 */
export function guardedLookup({ isAllowed = isPublicAddress, resolve = lookup }: FetchOptions, reason = 'feeds.internal'): LookupFunction {
  return (host, asked, done) => {
    resolve(host, { ...asked, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || first === undefined) return done(error ?? new Error('no address'), '', 0)
      if (!found.every(({ address }) => isAllowed(address))) return done(new Refusal(reason), '', 0)
      return asked.all ? done(null, found) : done(null, first.address, first.family)
    })
  }
}

function placeNamed({ statusCode = 0, headers }: IncomingMessage, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null
  if (!URL.canParse(headers.location, from)) refuse('feeds.address')
  return new URL(headers.location, from).href
}

async function readAnswer(answer: IncomingMessage, signal: AbortSignal): Promise<FetchedFeed> {
  const { statusCode, headers } = answer
  if (statusCode !== 200) {
    answer.destroy()
    return statusCode === 304 ? 'unchanged' : refuse('feeds.notFound')
  }
  const mark = (value: string | undefined) => (value !== undefined && value.length <= feedLimits.markCharsMax ? value : null)
  const text = await textOf(answer, signal)
  return { text, etag: mark(headers.etag), modified: mark(headers['last-modified']) }
}

/** The text, counted as it is unpacked: a small answer may hold a big one. */
async function textOf(answer: IncomingMessage, signal: AbortSignal): Promise<string> {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (!['gzip', 'x-gzip', 'identity'].includes(encoding)) refuse('feeds.notCalendar')
  const source = encoding === 'identity' ? answer : answer.pipe(createGunzip())
  if (source !== answer) answer.on('error', (error) => source.destroy(error))
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of source) {
      signal.throwIfAborted()
      bytes += (part as Buffer).length
      if (bytes > feedLimits.bytesMax) refuse('feeds.tooBig')
      parts.push(part as Buffer)
    }
  } finally {
    answer.destroy()
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}
