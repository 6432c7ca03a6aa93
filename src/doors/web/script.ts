import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { View } from '#ground/route'
import { answer } from './answer.ts'

type ScriptName = NonNullable<View['script']>

const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', 'passkeys.js'), 'utf8')
const mark = createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** Where a script is: another text has another address, so a browser may keep it for ever. */
export const scriptPaths: Readonly<Record<ScriptName, string>> = { passkeys: `/passkeys.${mark}.js` }

export function scriptRoutes(app: Hono): void {
  app.get(scriptPaths.passkeys, (c) =>
    answer(c, 200, 'text/javascript; charset=utf-8', text, { 'cache-control': 'public, max-age=31536000, immutable' }),
  )
}
