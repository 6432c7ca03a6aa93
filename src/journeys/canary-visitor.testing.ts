import assert from 'node:assert/strict'
import type { Canaries } from './canary.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'

export type Fields = Readonly<Record<string, string | File | readonly string[]>>

/** A day so many days from today, as forms take it. */
export const dayIn = (days: number): string => Temporal.Now.plainDateISO('UTC').add({ days }).toString()

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** The last id that an address names. */
export const idIn = (path: string): string => path.match(id)?.at(-1) ?? assert.fail(`${path} names nothing`)

/** What the form of a page sends unseen, as it stands there; the page's address where the form names none. */
export function hiddenIn(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? assert.fail(`no form for ${action}`)
  const inputs = form.split('</form>')[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const said = (input: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  return Object.fromEntries([...inputs].map(([input]) => [said(input, 'name'), said(input, 'value')]))
}

/** Somebody at the web door, or nobody (no cookies), who sends forms and follows where they lead. */
export function visitorOf(house: Pick<LookedThrough, 'url'>, canaries: Canaries, cookie = '') {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const download = async (path: string): Promise<Uint8Array> => {
    const answer = await fetch(house.url + path, { headers })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    assert.equal(answer.status, 200, `${path}: ${new TextDecoder().decode(bytes).slice(0, 300)}`)
    return bytes
  }
  const get = async (path: string) => new TextDecoder().decode(await download(path))
  const post = async (path: string, fields: Fields = {}): Promise<string> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string | File)
    const answer = await fetch(house.url + path, { method: 'POST', headers, body, redirect: 'manual' })
    assert.equal(answer.status, 303, `${path}: ${(await answer.text()).replace(/<style>[\s\S]*?<\/style>/g, '').slice(0, 3_000)}`)
    return answer.headers.get('location') ?? ''
  }
  /** Types texts into a form and sends it; a page (where it leads, else another) then shows every one: they were kept. */
  const type = async (path: string, fields: Fields, seenAt?: string): Promise<string> => {
    const to = await post(path, fields)
    const page = await get(seenAt ?? to)
    for (const one of Object.values(fields).flat()) {
      if (typeof one === 'string') for (const word of canaries.wordsIn(one)) assert.ok(page.includes(word), `${path} kept it`)
    }
    return to
  }
  /** The same with a form of a page, whose hidden fields go along. */
  const typeOn = async (page: string, action: string, fields: Fields, seenAt?: string) =>
    type(action, { ...hiddenIn(await get(page), action), ...fields }, seenAt)
  return { cookie, get, download, post, type, typeOn }
}

export type Visitor = ReturnType<typeof visitorOf>
