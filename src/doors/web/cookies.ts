import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '#ground/config'

type Place = Pick<Config, 'url'>
const names = { session: 'lampline', browser: 'lampline-browser', language: 'lampline-language', unsent: 'lampline-unsent' } as const
export type CookieName = keyof typeof names

const isTls = ({ url }: Place) => url.startsWith('https:')

/** On https each name begins with `__Host-`: a browser takes such a cookie from this very host alone, over TLS, for all of its paths. */
export function cookieName(name: CookieName, place: Place): string {
  return isTls(place) ? `__Host-${names[name]}` : names[name]
}

export function readCookie(c: Context, place: Place, name: CookieName): string | undefined {
  return getCookie(c, cookieName(name, place))
}

/** How many logs this browser keeps that were not sent: our script counts them (public/field.js), so that nobody loses them unasked. */
export function unsentIn(c: Context, place: Place): number {
  const told = readCookie(c, place, 'unsent') ?? ''
  return /^[0-9]{1,3}$/.test(told) ? Number(told) : 0
}

/** No script reads it, no other site's form sends it. For no seconds at all, it is taken back. */
export function giveCookie(c: Context, place: Place, name: CookieName, value: string, seconds: number): void {
  const rules = { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: isTls(place), maxAge: seconds }
  setCookie(c, cookieName(name, place), value, rules)
}
