import type { Context } from 'hono'
import { secretHash } from '#ground/chance'
import { signInScope } from '#ground/db'
import type { Asked, Me, Next } from '#ground/route'
import { isLanguage, type Reader, sayTo, unknownReader } from '#ground/words'
import { noteSeen } from '#people/note-seen'
import { findMe } from '#people/reads'
import { asksBriefly, briefNext } from './brief.ts'
import { deviceOf, formTokenFor, languageOf, networkOf } from './caller.ts'
import { giveCookie, readCookie, unsentIn } from './cookies.ts'
import type { WebHouse } from './serve.ts'
import { logTrouble } from './trouble.ts'

/** A request as the door has read it. */
export type Request = { asked: Asked; formToken: string; notice: { key: string; facts: Record<string, number> } | null }

const yearSeconds = 31_536_000

/** Works out once who asks, in which words, from which browser. */
export async function openRequest(c: Context, house: WebHouse): Promise<Request> {
  const browser = readCookie(c, house.config, 'browser') ?? giveBrowser(c, house)
  const token = readCookie(c, house.config, 'session')
  const me = token ? await house.database.read(signInScope, (db) => findMe(db, secretHash(token), house.config.passkeys)) : null
  if (me) await keepSeen(house, me)
  const language = languageOf(c, house.config)
  const chosen = readCookie(c, house.config, 'language')
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
    goesInside: house.config.signOnPrivate,
    caller: { browser, network: networkOf(c, house.config.proxy), device: deviceOf(c), language, unsent: unsentIn(c, house.config) },
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
  giveCookie(c, house.config, 'browser', browser, yearSeconds)
  return browser
}

/** Every POST ends in a redirect, and only to a page of our own; a script is told where to, and goes nowhere. */
export function applyNext(c: Context, house: WebHouse, next: Next): Response {
  const { to, session, language } = typeof next === 'string' ? { to: next, session: undefined, language: undefined } : next
  if (session === 'end') {
    giveCookie(c, house.config, 'session', '', 0)
    if (unsentIn(c, house.config) > 0) giveCookie(c, house.config, 'unsent', '', 0)
    // What the browser keeps of pages goes with the session; the cookies of the browser and its language are nobody's secret.
    c.header('clear-site-data', '"cache", "storage"')
  } else if (session) {
    const maxAge = Math.floor(house.now().until(session.until).total('seconds'))
    giveCookie(c, house.config, 'session', session.token, maxAge)
  }
  if (language) giveCookie(c, house.config, 'language', language, yearSeconds)
  return asksBriefly(c) ? briefNext(c, ownPath(to)) : c.redirect(ownPath(to), 303)
}

/** A path of this house, or the first page: a link may not send anybody elsewhere. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/'
}
