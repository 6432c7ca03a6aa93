import { serveWeb } from '#doors/web/serve'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { silentLog, type TestHouse, testConfig } from '#testing/house'
import { askSignInLink } from './ask-sign-in-link.ts'
import { findLink } from './sign-in-reads.ts'
import { signInWeb } from './sign-in-web.ts'
import { writeSignInLetter } from './write-sign-in-letter.ts'

/** Who asks, where a test does not say. */
export const here = { browser: 'a-browser', network: 'a-network', device: 'Firefox, Linux' }

export type Letter = { title: string; body: string; language: string; recipient: string | null; token: string; code: string }
type Asking = { browser?: string; network?: string; next?: string | null }

/** Asks for a link as a browser does that nobody is signed in by, and lets the worker write its letter: undefined when nobody has the address. */
export async function askAt(house: TestHouse, address: string, asking: Asking = {}): Promise<{ link: string; letter: Letter | undefined }> {
  const { browser, network, next = null } = { ...here, ...asking }
  const { link } = await house.writeAs(signInScope, (tx) => askSignInLink(tx, { address, browser, network, next }))
  return { link, letter: await letterAbout(house, link) }
}

/** The letter about a link, written as the worker writes it, with the secrets that stand in it. */
export async function letterAbout(house: TestHouse, link: string): Promise<Letter | undefined> {
  await house.write((tx) => writeSignInLetter(tx, { subject: link }))
  const row = await house.read((db) =>
    db.selectFrom('mails').select(['title', 'body', 'language', 'recipient']).where('about', '=', link).executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const [, first = '', second = ''] = /^([A-Z2-9]{4}) ?([A-Z2-9]{4})$/m.exec(row.body) ?? []
  return { ...row, token: /\n\/sign-in\/(\S+)/.exec(row.body)?.[1] ?? '', code: first + second }
}

/** A letter that has come, and the link that it is about. */
export async function letterAt(house: TestHouse, address: string, asking: Asking = {}): Promise<Letter & { link: string }> {
  const { link, letter } = await askAt(house, address, asking)
  if (letter === undefined) throw new Error(`no letter to ${address}`)
  return { ...letter, link }
}

export const linkRow = (house: TestHouse, link: string) => house.read((db) => findLink(db, link))
export const sessionsIn = (house: TestHouse) => house.read((db) => db.selectFrom('sessions').selectAll().execute())

/** The link asked for last at an address. */
export async function newestLinkAt(house: TestHouse, address: string): Promise<string> {
  const row = await house.read((db) =>
    db
      .selectFrom('signInLinks')
      .select('id')
      .where('address', '=', address)
      .orderBy('askedAt', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
  return row?.id ?? ''
}

export type Visited = { status: number; text: string; to: string; setCookies: string[]; headers: Headers }

/** The sign-in pages, and browsers that keep their cookies; each comes from a network of its own. */
export function openSignIn(house: TestHouse) {
  const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog, now: house.now }, signInWeb)

  function browser({ network = realHands.newSecret(), language = 'en' }: { network?: string; language?: string } = {}) {
    const jar = new Map<string, string>()
    const visit = async (method: string, path: string, fields?: Record<string, string>): Promise<Visited> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { cookie, 'accept-language': language, 'sec-fetch-site': 'same-origin' }
      const init = fields ? { method, headers, body: new URLSearchParams(fields) } : { method, headers }
      const answer = await app.request(path, init, { incoming: { socket: { remoteAddress: network } } })
      const setCookies = answer.headers.getSetCookie()
      for (const set of setCookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return {
        status: answer.status,
        text: await answer.text(),
        to: answer.headers.get('location') ?? '',
        setCookies,
        headers: answer.headers,
      }
    }
    return {
      jar,
      get: (path: string) => visit('GET', path),
      head: (path: string) => visit('HEAD', path),
      post: (path: string, fields: Record<string, string> = {}) => visit('POST', path, fields),
    }
  }
  return { browser }
}
