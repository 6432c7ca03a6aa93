export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256'
export type Decoded = {
  text: string
  encoding: Encoding
  /** True when nothing in the file said so, and the reader should look whether names came out well. */
  guessed: boolean
}

const sampleBytesMax = 65_536

/**
 * Reads bytes as text: a byte order mark is believed; without one UTF-16 is known by its zero bytes, then strict UTF-8 is tried,
 * and what is neither is one of the two Windows code pages our sheets come in: 1256 (Arabic, Persian) or 1252 (western Europe).
 * Never throws: bytes that fit nothing come out as replacement characters.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes)
  if (marked) return { text: decode(bytes, marked), encoding: marked, guessed: false }
  const wide = wideOf(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide, guessed: true }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false }
  } catch {
    const page = pageOf(bytes)
    return { text: decode(bytes, page), encoding: page, guessed: true }
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** In UTF-16 the separators, digits and Latin letters have a zero byte each, all on the same side of the pair. */
function wideOf(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, sampleBytesMax)
  if (bytes.length % 2 !== 0 || sample.length < 4) return null
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[(at % 2) as 0 | 1] += 1
  const [even, odd] = zeros
  if (even + odd < sample.length / 20) return null
  if (odd > even * 19) return 'utf-16le'
  if (even > odd * 19) return 'utf-16be'
  return null
}

/** Arabic words are runs of high bytes; in western text a high byte stands alone between ASCII letters. */
function pageOf(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, sampleBytesMax * 4)
  const letters = arabicBytes()
  let high = 0
  let inRuns = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    if (byte < 0x80) continue
    high += 1
    if (letters.has(byte) && (letters.has(sample[at - 1] ?? 0) || letters.has(sample[at + 1] ?? 0))) inRuns += 1
  }
  return inRuns * 2 >= high ? 'windows-1256' : 'windows-1252'
}

function arabicBytes(): Set<number> {
  const all = Uint8Array.from({ length: 128 }, (_, i) => i + 128)
  const letters = [...new TextDecoder('windows-1256').decode(all)]
  return new Set(letters.flatMap((letter, i) => (/[\u0600-\u06ff]/.test(letter) ? [i + 128] : [])))
}
