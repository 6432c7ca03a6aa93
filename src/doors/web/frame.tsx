import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raw } from 'hono/html'
import type { Slip } from '#ground/form'
import type { Markup } from '#ground/route'
import type { Language, Say } from '#ground/words'

const publicFolder = join(import.meta.dirname, '..', '..', '..', 'public')

/** The style sheet without what only we read: comments, and the space between rules. */
export function inlineCss(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}

export const style = inlineCss(readFileSync(join(publicFolder, 'style.css'), 'utf8'))
/** How the security policy knows the one style that may apply. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`
const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(publicFolder, 'icon.svg'), 'utf8').trim())}`

export type Framed = {
  title: string
  say: Say
  body: Markup
  nav: readonly { href: string; label: string; current: boolean }[]
  personName?: string | undefined
  answersConcerns?: boolean
  path: string
  languages: readonly Language[]
  slips: readonly Slip[]
  wide?: boolean
  /** The address of the page's script, where it has one. */
  script?: string | undefined
  notice?: string | undefined
  /** For whose role is not open yet: it is said on each of their own pages. */
  owesProof?: boolean
}

const languageNames: Record<Language, string> = { en: 'English', 'fa-AF': 'دری' }

/** A whole page: what is around every page's body. */
export function frame(framed: Framed): Markup {
  const { title, say, body, nav, personName, answersConcerns, path, languages, slips, wide, script, notice, owesProof } = framed
  const fullTitle = slips.length > 0 ? say('page.frame.error-title', { title }) : title
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={say.language} dir={say.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${fullTitle} · ${say('app.name')}`}</title>
          <link rel="icon" href={icon} />
          <style>{raw(style)}</style>
          {script === undefined ? null : <script src={script} defer />}
        </head>
        <body class={wide ? 'wide' : undefined}>
          <a class="skip" href="#main">
            {say('page.frame.skip')}
          </a>
          <header class="top">
            <div class="bar">
              <a class="brand" href="/">
                {say('app.name')}
              </a>
              {nav.length > 0 ? <Nav nav={nav} label={say('page.frame.nav')} /> : null}
            </div>
          </header>
          <main id="main" tabindex={-1}>
            {owesProof ? (
              <div class="notice wait">
                <p>
                  <a href="/session/proof">{say('page.frame.prove')}</a>
                </p>
              </div>
            ) : null}
            {notice === undefined ? null : (
              <div class="notice good" role="status">
                <p>{notice}</p>
              </div>
            )}
            {body}
          </main>
          <footer class="foot">
            <div class="bar">
              <Languages say={say} languages={languages} path={path} />
              <Concerns say={say} answersConcerns={answersConcerns ?? false} />
              {personName === undefined ? null : <Leave say={say} personName={personName} />}
            </div>
          </footer>
        </body>
      </html>
    </>
  )
}

function Nav({ nav, label }: { nav: Framed['nav']; label: string }) {
  return (
    <nav aria-label={label}>
      <ul>
        {nav.map(({ href, label: text, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Languages({ say, languages, path }: Pick<Framed, 'say' | 'languages' | 'path'>) {
  const others = languages.filter((language) => language !== say.language)
  if (others.length === 0) return <span />
  return (
    <form method="post" action="/language">
      <input type="hidden" name="path" value={path} />
      {others.map((language) => (
        <button class="link" type="submit" name="language" value={language} lang={language}>
          {languageNames[language]}
        </button>
      ))}
    </form>
  )
}

/** On every page, signed in or not: nobody should have to look for it. */
function Concerns({ say, answersConcerns }: { say: Say; answersConcerns: boolean }) {
  return (
    <p>
      <a class="link" href="/concern">
        {say('page.frame.concern')}
      </a>
      {answersConcerns ? (
        <a class="link" href="/concerns">
          {say('page.frame.concerns')}
        </a>
      ) : null}
    </p>
  )
}

function Leave({ say, personName }: { say: Say; personName: string }) {
  return (
    <form method="post" action="/session/ending">
      <a class="link" href="/me">
        <bdi>{personName}</bdi>
      </a>
      <button class="link" type="submit">
        {say('page.frame.sign-out')}
      </button>
    </form>
  )
}
