import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Config } from '#ground/config'
import { isLanguage, type Language } from '#ground/words'
import { readCookie } from './cookies.ts'

/** The language chosen in this browser, else the first of its list that we have. */
export function languageOf(c: Context, config: Config): Language {
  const chosen = readCookie(c, config, 'language')
  if (chosen !== undefined && isLanguage(chosen)) return chosen
  for (const part of (c.req.header('accept-language') ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (tag.startsWith('fa') || tag.startsWith('prs')) return 'fa-AF'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}

/** Where the request came from, as a hash: enough to count, not to find anybody. */
export function networkOf(c: Context, proxy: boolean): string {
  const direct = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'
  const forwarded = proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return createHash('sha256')
    .update(forwarded || direct)
    .digest('base64url')
}

/** "Firefox on Android": enough to know one's own devices in a list. */
export function deviceOf(c: Context): string {
  const agent = c.req.header('user-agent') ?? ''
  const browser = /Firefox|Edg|Chrome|Safari/.exec(agent)?.[0] ?? 'Browser'
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0] ?? ''
  return system === '' ? browser : `${browser}, ${system}`
}

/**
 * Whether a POST comes from our own pages: the browser says so, or, on an old telephone that says nothing,
 * the form carries the token that only our page could give it.
 */
export function isOwnForm(c: Context, formToken: unknown, expectedToken: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== 'null') return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
  return typeof formToken === 'string' && formToken === expectedToken
}

/** Bound to the browser's own cookie, so that another site cannot know it. */
export function formTokenFor(browser: string): string {
  return createHash('sha256').update(`form:${browser}`).digest('base64url')
}
