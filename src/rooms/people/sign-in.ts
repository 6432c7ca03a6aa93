import { sameBytes, secretHash } from '#ground/chance'
import { latinDigits } from '#ground/form'
import type { Next } from '#ground/route'
import { limits } from './session.ts'

/** A link asked for, as far as the door needs it. */
export type SignInLink = {
  id: string
  /** Folded, as it is compared. */
  address: string
  codeHash: Uint8Array | null
  browserHash: Uint8Array | null
  /** Where the person was going. */
  next: string | null
  until: Temporal.Instant
  used: boolean
  tries: number
}

/** `elsewhere`: it was asked for in another browser, where its code can be typed. */
export type LinkState = 'open' | 'unknown' | 'used' | 'expired' | 'elsewhere'

/** Whoever came in, or what kept them out; a wrong code is a row kept, so it is an answer and not a refusal. */
export type Entered =
  | { kind: 'session'; token: string; until: Temporal.Instant; next: string | null }
  | { kind: 'shared' }
  | { kind: 'closed' }
  | { kind: 'wrong' }
  /** Their organisation lets its people come in by its own sign-in alone. */
  | { kind: 'other-way'; way: string }

export function stateOf(link: SignInLink | undefined, browser: string, now: Temporal.Instant): LinkState {
  if (link === undefined) return 'unknown'
  if (link.used) return 'used'
  if (Temporal.Instant.compare(now, link.until) >= 0) return 'expired'
  return isBrowserOf(link, browser) ? 'open' : 'elsewhere'
}

function isBrowserOf(link: SignInLink, browser: string): boolean {
  return link.browserHash !== null && sameBytes(link.browserHash, secretHash(browser))
}

/** How often the code may still be typed. */
export function triesLeft(link: SignInLink): number {
  return Math.max(0, limits.codeTriesMax - link.tries)
}

/** With the link's id in it, so that nobody can try one code against many links at once. */
export function codeHashOf(link: string, code: string): Buffer {
  return secretHash(`${link}:${code}`)
}

/** A code as it was meant: in any case and digits, with the spaces and hyphens that people put in. */
export function tidyCode(typed: string): string {
  return latinDigits(typed.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

/** A page of our own to go on to; never another site, never the door itself. */
export function ownNext(next: string | null | undefined): string | null {
  if (!next || next.length > limits.nextCharsMax) return null
  return /^\/(?![/\\])[^\s\\]*$/.test(next) && !/^\/(sign-in|session)\b/.test(next) ? next : null
}

/** Where the browser goes after a try to come in; the page that it is sent back to says why. */
export function afterEntering(entered: Entered, pages: { closed: string; wrong: string }): Next {
  if (entered.kind === 'session') return { to: entered.next ?? '/', session: { token: entered.token, until: entered.until } }
  if (entered.kind === 'shared') return '/sign-in/who'
  if (entered.kind === 'other-way') return `${entered.way}?done=other-way`
  return pages[entered.kind]
}
