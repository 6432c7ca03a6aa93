import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import type pg from 'pg'
import { KeyTrouble } from './key-ring.ts'

/** Whose key was destroyed. */
export type Destroyed = { kind: string; owner: string }

const ownersOnly = 0o600
const line = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) ([a-z]{1,40})$/

/** The list lies beside the key file and outside the database: a backup that is restored does not know what was destroyed since. */
export const listBeside = (keysFile: string) => `${keysFile}.destroyed`

/** Adds one owner to the list, on the disk when this returns. */
export function rememberDestroyed(keysFile: string, ...destroyed: readonly Destroyed[]): void {
  if (destroyed.length === 0) return
  const file = openSync(listBeside(keysFile), 'a', ownersOnly)
  try {
    writeSync(file, destroyed.map(({ owner, kind }) => `${owner} ${kind}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The list; throws `KeyTrouble` with the line that cannot be read. A last line that a crash cut off is taken away; it comes again. */
export function readDestroyed(keysFile: string): Destroyed[] {
  const path = listBeside(keysFile)
  const text = textOf(path)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  const lines = whole.split('\n').slice(0, -1)
  return lines.map((one, at): Destroyed => {
    const [, owner = '', kind = ''] = line.exec(one) ?? []
    if (owner === '') throw new KeyTrouble(`${path} cannot be read in line ${at + 1}. Put its copy back, or take that line out.`)
    return { owner, kind }
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/**
 * Before the house opens, both lists are made one: what the list knows is destroyed in a database that came back from a backup, and what
 * the database knows is added to a list that a crash left behind. Answers how many keys were destroyed again.
 */
export async function applyDestroyed(owner: pg.Pool, keysFile: string): Promise<number> {
  const listed = readDestroyed(keysFile)
  const { rowCount } = await owner.query(
    `with listed as (select * from unnest($1::uuid[], $2::text[]) as l (owner, kind)),
       gone as (delete from content_keys k using listed l where k.owner = l.owner)
     insert into content_key_ends (owner, kind, why, at) select distinct on (owner) owner, kind, 'restored', now() from listed
     on conflict do nothing`,
    [listed.map((one) => one.owner), listed.map(({ kind }) => kind)],
  )
  const { rows } = await owner.query<Destroyed>('select owner, kind from content_key_ends order by at, owner')
  const known = new Set(listed.map((one) => one.owner))
  rememberDestroyed(keysFile, ...rows.filter((row) => !known.has(row.owner)))
  return rowCount ?? 0
}
