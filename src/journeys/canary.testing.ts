import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import PostalMime from 'postal-mime'
import { unzip } from '#ground/sheet-zip'
import { foundIn } from '#testing/canary'

/** Bytes that somebody besides the two might come to read, and where they lie. */
export type Place = { place: string; bytes: Uint8Array }

const latin = 'abcdefghijkmnopqrstuvwxyz'
const dari = 'بپتجدرزسشفقگلمنو'
const stemChars = 10
const tailChars = 8
const word = (letters: string, chars: number) => Array.from({ length: chars }, () => letters[randomInt(letters.length)]).join('')

/** Texts that stand nowhere else, a Latin and a Dari word for each field; all begin alike, so that one search looks for all of them. */
export function openCanaries() {
  const stems = [word(latin, stemChars), word(dari, stemChars)] as const
  const fields = new Map<string, string[]>()
  return {
    /** What is to be typed into a field. */
    of(field: string): string {
      assert.ok(!fields.has(field), `${field} is typed once`)
      const words = [`${stems[0]}${word(latin, tailChars)}`, `${stems[1]}${word(dari, tailChars)}`]
      fields.set(field, words)
      return words.join(' ')
    },
    /** The fields typed so far. */
    fields: (): string[] => [...fields.keys()],
    /** The words of a text that are canaries. */
    wordsIn: (text: string): string[] => text.split(/\s+/).filter((one) => stems.some((stem) => one.startsWith(stem))),
    /** The names of the fields whose texts stand in these bytes, in any disguise; or that a part of some text does. */
    foundIn(bytes: Uint8Array): string[] {
      if (foundIn(bytes, stems).length === 0) return []
      const named = [...fields].filter(([, words]) => foundIn(bytes, words).length > 0).map(([field]) => field)
      return named.length > 0 ? named : ['a part of some field']
    },
  }
}

export type Canaries = ReturnType<typeof openCanaries>

/** Every file below a folder, or the file itself; what others take away meanwhile, or keep to themselves, is left out. */
export function* filesOf(path: string, name: string): Generator<Place> {
  try {
    const stat = lstatSync(path)
    if (stat.isFile()) yield { place: name, bytes: readFileSync(path) }
    if (stat.isDirectory()) for (const one of readdirSync(path)) yield* filesOf(join(path, one), `${name}/${one}`)
  } catch (error) {
    if (!['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** A letter as it left, and unpacked: its parts are wrapped and encoded, and a calendar's lines are folded. */
export async function partsOfLetter(raw: Buffer, name: string): Promise<Place[]> {
  const { subject, text, html, attachments } = await PostalMime.parse(raw)
  const parts = attachments.map(({ content }) =>
    unfolded(typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)),
  )
  return [
    { place: name, bytes: raw },
    { place: name, bytes: Buffer.concat([Buffer.from(`${subject}\n${text}\n${html}\n`), ...parts]) },
  ]
}

const unfolded = (bytes: Uint8Array) =>
  Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(/\r?\n[ \t]/g, ''),
  )

const unzippedBytesMax = 50_000_000

/** A file that was downloaded, as it is and unpacked. */
export function partsOfFile({ place, bytes }: Place): Place[] {
  if (place.endsWith('.ics'))
    return [
      { place, bytes },
      { place, bytes: unfolded(bytes) },
    ]
  if (place.endsWith('.backup'))
    return [
      { place, bytes },
      { place, bytes: gunzipSync(bytes) },
    ]
  if (!place.endsWith('.xlsx')) return [{ place, bytes }]
  return [
    { place, bytes },
    { place, bytes: Buffer.concat([...unzip(bytes, () => true, unzippedBytesMax).values()]) },
  ]
}
