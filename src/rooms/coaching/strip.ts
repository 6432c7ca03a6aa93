import { createHash } from 'node:crypto'
import { uuidFrom } from '#ground/chance'
import { latinDigits } from '#ground/form'

/** How a code turned out. Each has its own sentence, so that who mistyped is not taken for who cheats. */
export const outcomes = ['confirmed', 'used', 'foreign', 'mistyped', 'locked', 'no-strip'] as const
export type Outcome = (typeof outcomes)[number]

const codeDigits = 6
const drawsMax = 400

/** Six digits in any script, spaces and dashes left out; null where it is no such code. */
export function readCode(text: string): string | null {
  const code = latinDigits(text).replace(/[\s\u200c\u200e\u200f-]/g, '')
  return /^[0-9]{6}$/.test(code) ? code : null
}

/** "123 456", as it is printed and read out. */
export const spacedCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** What of a code can be compared: it is marked apart from any other word that the organisation's key marks. */
export const wordOf = (code: string) => `coaching-code:${code}`

/** A try's id, from its form, its meeting and the code's mark: the same form with the same code is one try, with another it is another. */
export function tryId(form: string, meeting: string, mark: string): string {
  return uuidFrom(0, createHash('sha256').update(`${form} ${meeting} ${mark}`).digest())
}

/**
 * So many codes from secrets of 128 bits, none twice and none that `isTaken`. A hash of each secret is cut to 40 bits, of which a million
 * is so small a part that every code is as likely as any other.
 */
export function drawCodes(count: number, secret: () => string, isTaken: (code: string) => boolean): string[] {
  const codes = new Set<string>()
  for (let draw = 0; draw < count + drawsMax && codes.size < count; draw += 1) {
    const number = createHash('sha256').update(secret()).digest().readUIntBE(0, 5) % 10 ** codeDigits
    const code = String(number).padStart(codeDigits, '0')
    if (!isTaken(code)) codes.add(code)
  }
  if (codes.size < count) throw new Error('too many codes are taken')
  return [...codes]
}
