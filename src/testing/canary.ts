import assert from 'node:assert/strict'
import pg from 'pg'
import { urlOf } from './server.ts'

/** A text in the ways in which it may stand in bytes: as it is, in the other order of letters' bytes, in URLs, in base64 at each offset. */
export function disguisesOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].map((lead) => {
    const letters = Buffer.concat([Buffer.alloc(lead), utf8])
      .toString('base64')
      .replace(/=+$/, '')
    // The letters at either edge depend on what stands beside; those between are the text's own.
    return Buffer.from(letters.slice(lead === 0 ? 0 : lead + 1, -1))
  })
  const url = encodeURIComponent(text)
  const disguises = [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(utf8.toString('hex')),
    ...base64,
  ]
  return url === text ? disguises : [...disguises, Buffer.from(url), Buffer.from(url.toLowerCase())]
}

/** Which of the texts stand in these bytes, in any disguise. */
export function foundIn(bytes: Uint8Array, texts: readonly string[]): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return texts.filter((text) => disguisesOf(text).some((disguise) => buffer.includes(disguise)))
}

/** Every row of every table, in clear and decoded where it is bytes; by table. */
async function rowsOf(databaseName: string): Promise<Map<string, Buffer[]>> {
  const client = new pg.Client({ connectionString: urlOf(databaseName) })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
    const tables = new Map<string, Buffer[]>()
    for (const { name } of rows) {
      const { rows: lines, fields } = await client.query<Record<string, unknown>>(`select t::text as "whole row", t.* from ${name} t`)
      tables.set(
        name,
        lines.flatMap((line) => fields.map(({ name: field }) => asBytes(line[field]))),
      )
    }
    return tables
  } finally {
    await client.end()
  }
}

function asBytes(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value ?? ''))
}

/** Fails with the table in which one of the texts stands; `but` names tables where it may, whose every text must then be found. */
export async function assertNowhere(databaseName: string, texts: readonly string[], but: readonly string[] = []): Promise<void> {
  for (const [table, values] of await rowsOf(databaseName)) {
    if (but.includes(table)) continue
    for (const value of values) assert.deepEqual(foundIn(value, texts), [], `stands in clear in ${table}`)
  }
}

/** Fails unless each text stands in the database: that the search can find at all. */
export async function assertSomewhere(databaseName: string, texts: readonly string[]): Promise<void> {
  const values = [...(await rowsOf(databaseName)).values()].flat()
  for (const text of texts)
    assert.ok(
      values.some((value) => foundIn(value, [text]).length > 0),
      `"${text}" stands nowhere`,
    )
}
