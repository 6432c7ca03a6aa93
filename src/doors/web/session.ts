import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secretHash } from '#ground/chance'
import { signInScope } from '#ground/db'
import type { Asked, Me, Next } from '#ground/route'
import { isLanguage, type Reader, sayTo, unknownReader } from '#ground/words'
import { noteSeen } from '#people/note-seen'
import { findMe } from '#people/reads'
import { cookies, deviceOf, formTokenFor, languageOf, networkOf } from './caller.ts'
import type { WebHouse } from './serve.ts'
import { logTrouble } from './trouble.ts'

/** A request as the door has read it. */
export type Request = { asked: Asked; formToken: string; notice: { key: string; facts: Record<string, number> } | null }

const yearSeconds = 31_536_000

/** Works out once who asks, in which words, from which browser. */
export async function openRequest(c: Context, house: WebHouse): Promise<Request> {
  const browser = getCookie(c, cookies.browser) ?? giveBrowser(c, house)
  const token = getCookie(c, cookies.session)
  const me = token ? await house.database.read(signInScope, (db) => findMe(db, secretHash(token), house.config.passkeys)) : null
  if (me) await keepSeen(house, me)
  const language = languageOf(c)
  const chosen = getCookie(c, cookies.language)
  const reader: Reader = me
    ? { ...me.reader, language: chosen !== undefined && isLanguage(chosen) ? chosen : me.reader.language }
    : { ...unknownReader, language, calendar: language === 'fa-AF' ? 'persian' : 'gregory' }
  const url = new URL(c.req.url)
  const asked: Asked = {
    path: url.pathname + url.search,
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    me,
    say: sayTo(reader),
    formId: house.newId(),
    formSecret: house.newSecret(),
    baseUrl: house.config.url,
    caller: { browser, network: networkOf(c, house.config.proxy), device: deviceOf(c), language },
  }
  return { asked, formToken: formTokenFor(browser), notice: noticeOf(url.searchParams) }
}

/** Once a day a session's use is kept. Where nothing can be written, pages can still be read. */
async function keepSeen(house: WebHouse, me: Me): Promise<void> {
  if (Temporal.Instant.compare(me.seenAt.add({ hours: 24 }), house.now()) > 0) return
  try {
    await house.database.write(signInScope, (tx) => noteSeen(tx, me))
  } catch (error) {
    logTrouble(house.log, error)
  }
}

/** After a deed, the next page says that it is done: `?done=imported&n=47` shows the words of `done.imported`. */
function noticeOf(query: URLSearchParams): Request['notice'] {
  const done = query.get('done')
  if (done === null || !/^[a-z-]{1,40}$/.test(done)) return null
  const facts: Record<string, number> = {}
  for (const [name, value] of query) if (/^[a-z]$/.test(name) && /^[0-9]{1,9}$/.test(value)) facts[name] = Number(value)
  return { key: `done.${done}`, facts }
}

function giveBrowser(c: Context, house: WebHouse): string {
  const browser = house.newSecret()
  setCookie(c, cookies.browser, browser, { ...cookieRules(house), maxAge: yearSeconds })
  return browser
}

function cookieRules(house: WebHouse) {
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: house.config.url.startsWith('https:') }
}

/** Every POST ends in a redirect, and only to a page of our own. */
export function applyNext(c: Context, house: WebHouse, next: Next): Response {
  const { to, session, language } = typeof next === 'string' ? { to: next, session: undefined, language: undefined } : next
  if (session === 'end') setCookie(c, cookies.session, '', { ...cookieRules(house), maxAge: 0 })
  else if (session) {
    const maxAge = Math.floor(house.now().until(session.until).total('seconds'))
    setCookie(c, cookies.session, session.token, { ...cookieRules(house), maxAge })
  }
  if (language) setCookie(c, cookies.language, language, { ...cookieRules(house), maxAge: yearSeconds })
  return c.redirect(ownPath(to), 303)
}

/** A path of this house, or the first page: a link may not send anybody elsewhere. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/'
}
