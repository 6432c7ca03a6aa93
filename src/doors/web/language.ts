import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isLanguage } from '#ground/words'
import { readBody } from './body.ts'
import { formTokenFor, isOwnForm } from './caller.ts'
import { giveCookie, readCookie } from './cookies.ts'
import type { WebHouse } from './serve.ts'
import { ownPath } from './session.ts'

const yearSeconds = 31_536_000
const bodyBytesMax = 10_000

/** The language of this browser; a person's letters keep the language of their profile. */
export function languageRoute(app: Hono, { config }: WebHouse): void {
  app.post('/language', bodyLimit({ maxSize: bodyBytesMax, onError: (c) => c.redirect('/', 303) }), async (c) => {
    const body = await readBody(c)
    const values = 'values' in body ? body.values : {}
    const language = String(values.language ?? '')
    const own = isOwnForm(c, values.formToken, formTokenFor(readCookie(c, config, 'browser') ?? ''))
    if (own && isLanguage(language)) giveCookie(c, config, 'language', language, yearSeconds)
    return c.redirect(ownPath(String(values.path ?? '/')), 303)
  })
}
