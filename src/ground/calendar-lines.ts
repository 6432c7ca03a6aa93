const lineOctetsMax = 75
const textCharsMax = 2_000

/**
 * What people typed, as any calendar program may be given it: line breaks of every kind are one kind, and what no program shows is left
 * out, since some take it for the end of a line.
 */
export function plainText(text: string, charsMax = textCharsMax): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  return plain.length <= charsMax ? plain : [...plain].slice(0, charsMax).join('')
}

/** "SUMMARY:…": a text that can be no more than one value of one property (RFC 5545, 3.3.11). */
export function textLine(name: string, text: string, charsMax?: number): string {
  const value = plainText(text, charsMax)
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, '\\n')
  return `${name}:${value}`
}

/**
 * A name as a parameter, in quotes. A quote or a line break has no way to be written here that every program knows, and some read a
 * backslash or a caret as the beginning of one.
 */
export function quoted(text: string, charsMax = 200): string {
  return `"${plainText(text, charsMax)
    .replace(/[\n\t]/g, ' ')
    .replaceAll('"', '\u2019')
    .replace(/[\\^]/g, '')}"`
}

/** An address as a value; what cannot stand in one is left out. */
export function mailto(address: string): string {
  return `mailto:${plainText(address, 254).replace(/[\s"<>]/g, '')}`
}

/** "20261123T080000Z" */
export function utcTime(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

/** "20261123T123000", as the clock on the wall shows it. */
export function wallTime(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

/** The lines of a file, none longer than 75 octets; a longer one goes on behind a space (RFC 5545, 3.1). */
export function fileOf(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const char of line) {
    const more = Buffer.byteLength(char)
    if (octets + more > lineOctetsMax) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += more
  }
  return folded
}
