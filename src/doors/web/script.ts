import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import type { View } from '#ground/route'
import { answer } from './answer.ts'

export type ScriptName = NonNullable<View['script']>

/** A script without what only we read: comments on lines of their own, and the space before each line. */
export function leanScript(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\/\n/gm, '').replace(/^\s+/gm, '')
}

const textOf = (name: ScriptName) => leanScript(readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', `${name}.js`), 'utf8'))
/** Every script that a page may have; none is needed to use the product. */
export const scripts: Readonly<Record<ScriptName, string>> = { passkeys: textOf('passkeys'), field: textOf('field') }

const pathOf = (name: ScriptName) => `/${name}.${createHash('sha256').update(scripts[name]).digest('base64url').slice(0, 16)}.js`
/** Where a script is: another text has another address, so a browser may keep it for ever. */
export const scriptPaths: Readonly<Record<ScriptName, string>> = { passkeys: pathOf('passkeys'), field: pathOf('field') }

/** What each may do besides run: the field log is kept by a worker, and sent by the page. A worker goes by the policy of its own file. */
const allowances: Readonly<Record<ScriptName, string>> = {
  passkeys: "script-src 'self'",
  field: "script-src 'self'; worker-src 'self'; connect-src 'self'",
}

/** The policy's part for a page, or a worker, that names a script. */
export const allowanceOf = (name: unknown): string | undefined => (name === 'passkeys' || name === 'field' ? allowances[name] : undefined)

export function scriptRoutes(app: Hono): void {
  for (const name of ['passkeys', 'field'] as const) {
    app.get(scriptPaths[name], (c: Context) => {
      if (name === 'field') c.set('script', name)
      return answer(c, 200, 'text/javascript; charset=utf-8', scripts[name], { 'cache-control': 'public, max-age=31536000, immutable' })
    })
  }
}
