import { serveWeb } from '#doors/web/serve'
import { realHands, secretHash } from '#ground/chance'
import type { GivenPerson } from '#testing/given'
import { silentLog, type TestHouse, testConfig } from '#testing/house'
import { web } from './web.ts'

export type Answered = { status: number; text: string; to: string; bytes: Uint8Array }
export type Fields = Record<string, string | readonly string[]>

const hoursSignedIn = 9_999

/** This room's pages, and browsers in which people are signed in. */
export function openPages(house: TestHouse) {
  const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog, now: house.now }, web)

  async function browserOf({ id }: Pick<GivenPerson, 'id'>, language: 'en' | 'fa-AF' = 'en') {
    const token = realHands.newSecret()
    await house.write((tx) => {
      const row = {
        id: tx.newId(),
        person: id,
        tokenHash: secretHash(token),
        startedAt: tx.now,
        until: tx.now.add({ hours: hoursSignedIn }),
      }
      return tx.insertInto('sessions').values(row).execute()
    })
    const headers = { cookie: `lampline=${token}; lampline-browser=b; lampline-language=${language}`, 'sec-fetch-site': 'same-origin' }
    const send = async (path: string, body?: URLSearchParams): Promise<Answered> => {
      const answer = await app.request(path, body ? { method: 'POST', headers, body } : { headers })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { status: answer.status, text: new TextDecoder().decode(bytes), bytes, to: answer.headers.get('location') ?? '' }
    }
    return { get: (path: string) => send(path), post: (path: string, fields: Fields) => send(path, encoded(fields)) }
  }
  return { app, browserOf }
}

function encoded(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** What a browser would send if the form with this action were submitted untouched. */
export function untouched(page: string, action: string): Record<string, string[]> {
  const form =
    page
      .split('<form ')
      .find((part) => part.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? ''
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)]
  }
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const [name, value, type] = ['name', 'value', 'type'].map((attribute) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '')
    if (name && (!/radio|checkbox/.test(type ?? '') || / checked/.test(tag))) add(name, value ?? '')
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option [^>]*value="([^"]*)"[^>]* selected/.exec(options) ?? /<option [^>]*value="([^"]*)"/.exec(options)
    add(name, chosen?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)) add(name, text)
  delete fields.formToken
  return fields
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A page's words: without its style, its tags and the marks that isolate names. */
export function wordsOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}
