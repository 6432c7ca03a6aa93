import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Config } from '#ground/config'
import type { Database } from '#ground/database'
import { type Db, signInScope } from '#ground/db'
import type { Values } from '#ground/form'
import type { Log } from '#ground/log'
import { noteLook } from '#ground/looks'
import { Missing, Refusal } from '#ground/refusal'
import type { ActRoute, Again, Asked, FileRoute, Next, Page, PageRoute, Route } from '#ground/route'
import { findLooks } from '#records/find-looks'
import { answer } from './answer.ts'
import { readBody } from './body.ts'
import { isOwnForm } from './caller.ts'
import { type Drawn, darkPage, drawPage, plainPage } from './draw.ts'
import { securityHeaders } from './headers.ts'
import { inboundMailRoute } from './inbound-mail.ts'
import { languageRoute } from './language.ts'
import { scriptRoutes } from './script.ts'
import { applyNext, openRequest, type Request } from './session.ts'
import { logTrouble } from './trouble.ts'
import { openWatching } from './watch.tsx'

export type WebHouse = {
  database: Database
  config: Config
  log: Log
  newId(): string
  newSecret(): string
  now(): Temporal.Instant
}

/** The web door: one handler for each line of the rooms' route tables. */
export function serveWeb(house: WebHouse, routes: readonly Route[]): Hono {
  const app = new Hono({ strict: true })
  app.use(securityHeaders(house.config))
  app.use(requestLog(house.log))
  scriptRoutes(app)
  languageRoute(app, house)
  inboundMailRoute(app, house)
  const doWatch = openWatching(house)
  for (const route of routes) {
    if (route.does === 'act') {
      app.post(route.path, bodyLimit({ maxSize: route.bodyBytesMax, onError: (c) => tooLarge(c, house) }), (c) => doAct(c, house, route))
    } else {
      app.get(route.path, (c) =>
        inRequest(c, house, async (request) => {
          if (!route.gate.opens(request.asked) || isOpenedByRole(route, request)) return closedGate(c, request)
          return route.does === 'watch' ? doWatch(c, route, request) : doGet(c, house, route, request)
        }),
      )
    }
  }
  app.notFound((c) => inRequest(c, house, (request) => plainPage(c, request, 404, 'missing')))
  return app
}

/** A request log without a person in it: method, the route's pattern (not its ids or its query), status, milliseconds. */
function requestLog(log: Log) {
  return async (c: Context, next: () => Promise<void>) => {
    const start = performance.now()
    await next()
    const pattern = c.req.routePath
    log.info({ method: c.req.method, route: pattern, status: c.res.status, ms: Math.ceil(performance.now() - start) }, 'request')
  }
}

async function inRequest(
  c: Context,
  house: WebHouse,
  work: (request: Request) => Promise<Response>,
  values: Values = {},
): Promise<Response> {
  let request: Request | null = null
  try {
    if (c.req.url.includes('%00')) return darkPage(c, house, 400, 'nul', values)
    request = await openRequest(c, house)
    return await work(request)
  } catch (error) {
    if (error instanceof Missing && request) return missingTo(c, request, values)
    const trouble = logTrouble(house.log, error)
    return darkPage(c, house, trouble === 'ours' ? 500 : 503, trouble, values)
  }
}

async function doGet(c: Context, house: WebHouse, route: PageRoute | FileRoute, request: Request): Promise<Response> {
  const { asked } = request
  const scope = asked.me?.scope ?? signInScope
  if (route.does === 'file') {
    const out = await house.database.read(scope, (db) => route.file(db, asked))
    await keepLooks(house, route.path, asked)
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(out.name)}`
    return answer(c, 200, out.type, out.bytes, { 'content-disposition': disposition })
  }
  const drawn = await sendPage(c, house, request, route.page, 200)
  await keepLooks(house, route.path, asked)
  return drawn
}

/** A refused form shows the page that it stands on again, and with it whatever stands there. */
async function sendAgain(c: Context, house: WebHouse, request: Request, route: ActRoute, again: Again): Promise<Response> {
  const drawn = await sendPage(c, house, request, route.again, 422, again)
  await keepLooks(house, route.path, request.asked)
  return drawn
}

/** Keeps at whose record staff has just looked, before they read it. */
async function keepLooks(house: WebHouse, path: string, asked: Asked): Promise<void> {
  const { me } = asked
  if (me === null || (me.scope.programmes.length === 0 && me.scope.organisations.length === 0)) return
  const looks = await house.database.read(me.scope, (db) => findLooks(db, path, asked))
  if (looks.length === 0) return
  await house.database.write(me.scope, async (tx) => {
    for (const look of looks) await noteLook(tx, look)
  })
}

async function sendPage(c: Context, house: WebHouse, request: Request, page: Page, status: number, again?: Again): Promise<Response> {
  const scope = request.asked.me?.scope ?? signInScope
  const view = await house.database.read(scope, (db: Db) => page(db, request.asked, again))
  const drawn: Drawn = view.isPreview ? { ...view, status: 200, slips: [] } : { ...view, status, slips: again?.slips ?? [] }
  return drawPage(c, request, drawn)
}

/** The first page shows what a role has to do; where the role is not open yet, its page is not either. */
function isOpenedByRole({ path }: Route, { asked }: Request): boolean {
  return path === '/' && (asked.me?.owesProof ?? false)
}

/** What the walls hid may be there once the role is open. */
function missingTo(c: Context, request: Request, values: Values): Promise<Response> | Response {
  if (!request.asked.me?.owesProof) return plainPage(c, request, 404, 'missing')
  return c.req.method === 'POST' ? closedDeed(c, request, values) : closedGate(c, request)
}

/** Nobody is asked to sign in; whose role is not open yet, to confirm that it is them; to anybody else it is not there. */
function closedGate(c: Context, request: Request): Promise<Response> | Response {
  const { me, path } = request.asked
  if (me && !me.owesProof) return plainPage(c, request, 404, 'missing')
  return c.redirect(`${me ? '/session/proof' : '/sign-in'}?next=${encodeURIComponent(path)}`, 303)
}

/** The same for what a form sent: it is held, to be sent again. */
function closedDeed(c: Context, request: Request, values: Values): Promise<Response> {
  const { me } = request.asked
  if (me === null) return plainPage(c, request, 401, 'sign-in-again', values)
  return me.owesProof ? plainPage(c, request, 403, 'prove-again', values) : plainPage(c, request, 404, 'missing')
}

async function doAct(c: Context, house: WebHouse, route: ActRoute): Promise<Response> {
  const body = await readBody(c)
  if ('trouble' in body) return inRequest(c, house, (request) => plainPage(c, request, 400, body.trouble))
  const { values } = body
  return inRequest(
    c,
    house,
    async (request) => {
      const { asked } = request
      if (!isOwnForm(c, values.formToken, request.formToken)) return plainPage(c, request, 403, 'other-site', values)
      delete values.formToken
      if (!route.gate.opens(asked)) return closedDeed(c, request, values)
      return runAct(c, house, route, request, values)
    },
    values,
  )
}

async function runAct(c: Context, house: WebHouse, route: ActRoute, request: Request, values: Values): Promise<Response> {
  const { asked } = request
  const run = route.run(values, asked)
  if ('slips' in run) {
    const slips = run.slips.map((slip) => ({ ...slip, facts: slip.facts ?? {} }))
    return sendAgain(c, house, request, route, { values, slips })
  }
  try {
    const scope = run.asNobody ? signInScope : (asked.me?.scope ?? signInScope)
    const { outside, deed } = run
    const brought = outside && (await outside.go(await house.database.read(scope, outside.ask)))
    const next: Next = await house.database.write(scope, (tx) => deed(tx, brought))
    return applyNext(c, house, next)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const slips = [{ field: '', key: `refusal.${error.reason}`, facts: error.facts }]
    return sendAgain(c, house, request, route, { values, slips })
  }
}

async function tooLarge(c: Context, house: WebHouse): Promise<Response> {
  return inRequest(c, house, (request) => plainPage(c, request, 413, 'too-large'))
}
