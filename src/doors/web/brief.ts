import type { Context } from 'hono'
import { type Say, sayKey } from '#ground/words'
import { answer } from './answer.ts'
import type { Drawn } from './draw.tsx'

/** Whether a script of ours sent the form, and has no use for a page: it is told in a line what a person would see. */
export function asksBriefly(c: Context): boolean {
  return c.req.method === 'POST' && c.req.header('accept') === 'application/json'
}

/** What was wrong, in the sentences of the page (RFC 9457). */
export function briefTrouble(c: Context, say: Say, { status, title, slips }: Pick<Drawn, 'status' | 'title' | 'slips'>): Promise<Response> {
  const detail = slips.map(({ key, facts }) => sayKey(say, key, facts)).join(' ')
  const problem = { status, title, ...(detail === '' ? {} : { detail }) }
  return answer(c, status, 'application/problem+json; charset=utf-8', JSON.stringify(problem))
}

/** Where the browser of a person would go on: what became of it stands in the address. */
export function briefNext(c: Context, to: string): Response {
  return c.body(JSON.stringify({ to }), 200, { 'content-type': 'application/json; charset=utf-8' })
}
