import { serveWeb } from '#doors/web/serve'
import { realHands, secretHash } from '#ground/chance'
import type { Config } from '#ground/config'
import type { Route } from '#ground/route'
import type { GivenPerson } from '#testing/given'
import { silentLog, type TestHouse, testConfig } from '#testing/house'

type Fields = Readonly<Record<string, string | File | readonly string[]>>

/** A door with these routes, and browsers in which somebody is signed in. */
export function doorOf(house: TestHouse, routes: readonly Route[], config: Config = testConfig) {
  const app = serveWeb({ ...realHands, database: house.database, config, log: silentLog, now: house.now }, routes)
  return {
    app,
    browserOf: async ({ id }: Pick<GivenPerson, 'id'>, language: 'en' | 'fa-AF' = 'en', device = 'Test browser') => {
      const token = realHands.newSecret()
      const session = await house.write(async (tx) => {
        const made = tx.newId()
        const row = { id: made, person: id, tokenHash: secretHash(token), device, startedAt: tx.now, until: tx.now.add({ hours: 9_999 }) }
        await tx.insertInto('sessions').values(row).execute()
        // A test may move its clock by months: the browser was used all the while.
        const day = row.until.toZonedDateTimeISO('UTC').toPlainDate()
        await tx.insertInto('sessionSightings').values({ session: made, day, at: row.until }).execute()
        return made
      })
      const headers = { cookie: `lampline=${token}; lampline-browser=b; lampline-language=${language}`, 'sec-fetch-site': 'same-origin' }
      const send = async (path: string, body?: FormData) => {
        const answer = await app.request(path, body ? { method: 'POST', headers, body } : { headers })
        const bytes = new Uint8Array(await answer.arrayBuffer())
        const to = answer.headers.get('location') ?? ''
        const text = new TextDecoder().decode(bytes).replace(/<style>[\s\S]*?<\/style>/g, '')
        return { status: answer.status, text, bytes, to, cookies: answer.headers.getSetCookie().join('\n') }
      }
      const post = (path: string, fields: Fields = {}) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one as string | File)
        return send(path, form)
      }
      return { session, headers, get: (path: string) => send(path), post }
    },
  }
}
