import type { Context } from 'hono'
import { html as raw } from 'hono/html'
import type { Slip, Values } from '#ground/form'
import type { View } from '#ground/route'
import { isLanguage, languages, type Say, sayIfKnown, sayKey, sayTo, unknownReader } from '#ground/words'
import { answer } from './answer.ts'
import { asksBriefly, briefTrouble } from './brief.ts'
import { formTokenFor, languageOf } from './caller.ts'
import { readCookie } from './cookies.ts'
import { frame } from './frame.tsx'
import { navFor } from './nav.ts'
import { scriptPaths } from './script.ts'
import type { WebHouse } from './serve.ts'
import type { Request } from './session.ts'

export type Drawn = View & { status: number; slips: readonly Slip[] }

export const htmlType = 'text/html; charset=utf-8'

export async function drawPage(c: Context, request: Request, drawn: Drawn): Promise<Response> {
  if (asksBriefly(c)) return briefTrouble(c, request.asked.say, drawn)
  return answer(c, drawn.status, htmlType, await documentOf(c, request, drawn))
}

/** A page's body in its frame, every form of it carrying the token that shows it is ours. */
export async function documentOf(c: Context, request: Request, drawn: Omit<Drawn, 'status'>): Promise<string> {
  const { asked, formToken, notice } = request
  const { say, me } = asked
  if (drawn.script) c.set('script', drawn.script)
  const document = frame({
    title: drawn.title,
    script: drawn.script && scriptPaths[drawn.script],
    say,
    body: drawn.body,
    nav: navFor(me, asked.path, say),
    personName: me?.name,
    answersConcerns: me?.isOfficer ?? false,
    owesProof: drawn.script === undefined && (me?.owesProof ?? false),
    path: pathOfPage(c, asked.path),
    languages,
    slips: drawn.slips,
    wide: drawn.wide ?? false,
    notice: notice === null ? undefined : sayIfKnown(say, notice.key, notice.facts),
  })
  return withToken(String(await document), formToken)
}

/** Where the page being looked at can be asked for again: after a refused form, that is the page the form came from. */
function pathOfPage(c: Context, path: string): string {
  if (c.req.method !== 'POST') return path
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from) || new URL(from).host !== c.req.header('host')) return '/'
  return new URL(from).pathname + new URL(from).search
}

function withToken(page: string, formToken: string): string {
  return page.replace(/<form ([^>]*method="post"[^>]*)>/g, `<form $1><input type="hidden" name="formToken" value="${formToken}">`)
}

/** A page of one sentence and one way on; whatever was typed is on it, to be sent again. */
export async function plainPage(c: Context, request: Request, status: number, kind: string, values: Values = {}): Promise<Response> {
  const { say } = request.asked
  const view = plainView(say, kind, request.asked.path, values, pathOfPage(c, request.asked.path))
  return drawPage(c, request, { ...view, status, slips: [] })
}

/** The same page when even the session could not be read: no name, no menu, the browser's language. */
export async function darkPage(c: Context, house: WebHouse, status: number, kind: string, values: Values): Promise<Response> {
  const language = languageOf(c, house.config)
  const say = sayTo({ ...unknownReader, language: isLanguage(language) ? language : 'en' })
  const view = plainView(say, kind, c.req.path, values, c.req.path)
  if (asksBriefly(c)) return briefTrouble(c, say, { status, title: view.title, slips: [] })
  const document = frame({ title: view.title, say, body: view.body, nav: [], path: c.req.path, languages: [], slips: [], wide: false })
  const browser = readCookie(c, house.config, 'browser') ?? ''
  return answer(
    c,
    status,
    htmlType,
    withToken(String(await document), formTokenFor(browser)),
    status === 503 ? { 'retry-after': '10' } : {},
  )
}

/** `from`: the page on which it was typed, to which somebody who signs in beside this one can go on. */
function plainView(say: Say, kind: string, path: string, values: Values, from: string): View {
  const kept = Object.entries(values).flatMap(([name, value]) =>
    value instanceof File || name === 'formToken' ? [] : (Array.isArray(value) ? value : [value]).map((text) => ({ name, text })),
  )
  const body = (
    <>
      <h1>{sayKey(say, `page.plain.${kind}.title`)}</h1>
      <p>{sayKey(say, `page.plain.${kind}.body`)}</p>
      {kind === 'sign-in-again' ? (
        <Elsewhere href={`/sign-in?next=${encodeURIComponent(from)}`} label={say('page.plain.sign-in-elsewhere')} />
      ) : null}
      {kind === 'prove-again' ? (
        <Elsewhere href={`/session/proof?next=${encodeURIComponent(from)}`} label={say('page.plain.prove-elsewhere')} />
      ) : null}
      {kept.length > 0 ? (
        <SendAgain say={say} path={path} kept={kept} />
      ) : (
        <p>
          <a href="/">{say('page.plain.home')}</a>
        </p>
      )}
    </>
  )
  return { title: sayKey(say, `page.plain.${kind}.title`), body }
}

/** In another window, so that what was typed stays in this one. */
function Elsewhere({ href, label }: { href: string; label: string }) {
  return (
    <p>
      <a href={href} target="_blank" rel="noopener">
        {label}
      </a>
    </p>
  )
}

/** No history of a browser keeps what is sent again, since a page cannot know how confidential it is. */
function SendAgain({ say, path, kept }: { say: Say; path: string; kept: { name: string; text: string }[] }) {
  return (
    <form method="post" action={path} autocomplete="off">
      {kept.map(({ name, text }) => (
        <textarea name={name} hidden readonly autocomplete="off">
          {/^\n/.test(text) ? raw`\n` : null}
          {text}
        </textarea>
      ))}
      <p>{say('page.plain.kept')}</p>
      <button type="submit">{say('page.plain.send-again')}</button>
    </form>
  )
}
