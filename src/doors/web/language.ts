import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isLanguage } from '#ground/words'
import { readBody } from './body.ts'
import { cookies, formTokenFor, isOwnForm } from './caller.ts'
import type { WebHouse } from './serve.ts'
import { ownPath } from './session.ts'

const yearSeconds = 31_536_000

/** The language of this browser; a person's letters keep the language of their profile. */
export function languageRoute(app: Hono, house: WebHouse): void {
  app.post('/language', async (c) => {
    const body = await readBody(c)
    const values = 'values' in body ? body.values : {}
    const language = String(values.language ?? '')
    const own = isOwnForm(c, values.formToken, formTokenFor(getCookie(c, cookies.browser) ?? ''))
    if (own && isLanguage(language)) {
      setCookie(c, cookies.language, language, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: house.config.url.startsWith('https:'),
        maxAge: yearSeconds,
      })
    }
    return c.redirect(ownPath(String(values.path ?? '/')), 303)
  })
}
