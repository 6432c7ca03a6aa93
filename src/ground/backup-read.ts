import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { backupFormat, type Closing, type Manifest } from './backup.ts'

// Twice the largest sheet as hexadecimal digits; more in one line is no row of ours.
const lineCharsMax = 100_000_000

export type Line =
  | { is: 'manifest'; manifest: Manifest }
  | { is: 'table'; table: string; columns: string[] }
  | { is: 'row'; row: string }
  | { is: 'closing'; closing: Closing }

class Damaged extends Error {}
const damaged = (cause?: unknown) =>
  new Damaged('This backup is cut short or damaged. Nothing was restored from it; take another copy of the file.', { cause })

async function* textLines(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  // The callback has nothing to do: what goes wrong with the file ends the loop below too.
  const bytes: AsyncIterable<Buffer> = pipeline(createReadStream(path), createGunzip(), () => {})
  for await (const chunk of bytes) {
    const parts = decoder.write(chunk).split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield rest + part
      rest = ''
    }
    rest += last
    if (rest.length > lineCharsMax) throw damaged()
  }
  if (rest !== '') throw damaged()
}

/** Reads a backup's lines, and at its end compares the hash of all of them with the one it closes with. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  let closed = false
  try {
    for await (const text of textLines(path)) {
      if (closed) throw damaged()
      const line: Line = text.startsWith('[') ? { is: 'row', row: text } : tagged(text)
      if (line.is !== 'closing') hash.update(`${text}\n`)
      else if (hash.digest('hex') !== line.closing.sha256) throw damaged()
      closed = line.is === 'closing'
      yield line
    }
  } catch (error) {
    throw inWords(error, path)
  }
  if (!closed) throw damaged()
}

function tagged(text: string): Line {
  const said = JSON.parse(text) as { manifest?: Manifest; table?: string; columns?: string[]; closing?: Closing }
  if (said.manifest) return { is: 'manifest', manifest: said.manifest }
  if (said.closing) return { is: 'closing', closing: said.closing }
  if (said.table !== undefined && Array.isArray(said.columns)) return { is: 'table', table: said.table, columns: said.columns }
  throw damaged()
}

function inWords(error: unknown, path: string): Error {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT') return new Error(`There is no file ${path}.`, { cause: error })
  if (code === 'EISDIR') return new Error(`${path} is a folder. Give the file of a backup.`, { cause: error })
  if (code === 'EACCES' || code === 'EPERM') return new Error(`The file ${path} may not be read by this account.`, { cause: error })
  if (error instanceof Damaged) return error
  return error instanceof SyntaxError || code.startsWith('Z_') ? damaged(error) : (error as Error)
}

/** Reads the whole file once before anything is written, and answers what it says it holds. */
export async function readBackup(path: string): Promise<{ manifest: Manifest; closing: Closing }> {
  let manifest: Manifest | undefined
  let closing: Closing | undefined
  for await (const line of readLines(path)) {
    if (manifest === undefined && line.is !== 'manifest') throw notOurs()
    if (line.is === 'manifest') manifest = line.manifest
    if (line.is === 'closing') closing = line.closing
  }
  if (!manifest || !closing || manifest.format !== backupFormat) throw notOurs()
  return { manifest, closing }
}

const notOurs = () => new Error('This file is not a backup of Lampline, or one of a newer version.')
