import { memo } from './memo.ts'

/** Marks that a reader skips over when she searches; the vowel signs of Indic scripts and the voicing of kana are letters and stay. */
const skippedMark = /[[\p{Mn}&&[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]]--[\u3099\u309a]]/gv
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u0640]/gv
const blank = /[\s\p{Z}\p{Cc}]+/gv
const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/g
const variant = /[كگګىيېۍێةەہھۃۂٱßςœæøłđðþ]/g
const variants: Record<string, string> = {
  ك: 'ک',
  ګ: 'گ',
  ى: 'ی',
  ي: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ۂ: 'ه',
  ٱ: 'ا',
  ß: 'ss',
  ς: 'σ',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

/**
 * One form for all the ways the same words are written: for search and comparison, never for showing.
 * NFKC, case without a locale, no diacritics, one letter for each Arabic form, digits 0-9, nothing unseen, single spaces, trimmed.
 */
export function fold(text: string): string {
  return text.length > remembered ? folded(text) : foldedOnce(text)
}

/** Names and words come again and again; long texts would only fill the memory. */
const remembered = 200
const foldedOnce = memo(folded)

function folded(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim()
  const open = text.normalize('NFKD').replace(unseen, '').replace(skippedMark, '')
  const cased = open.toUpperCase().toLowerCase().normalize('NFKD').replace(skippedMark, '')
  return digits(cased)
    .replace(variant, (letter) => variants[letter] ?? letter)
    .normalize('NFC')
    .replace(blank, ' ')
    .trim()
}

/** An e-mail address for comparison: case, spaces and Unicode form do not make two of one; its diacritics do. */
export function foldAddress(email: string): string {
  return tidyAddress(tidyAddress(email).toUpperCase().toLowerCase())
}

/** An e-mail address or telephone number without what slips in by pasting: spaces, unseen marks, other forms of letters and digits. */
export function tidyAddress(text: string): string {
  return digits(text.normalize('NFKC').replace(unseen, '').replace(blank, '')).normalize('NFKC')
}

/** Persian and Arabic digits written as 0-9; everything else as it was. */
export function digits(text: string): string {
  return text.replace(easternDigit, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

export type Cleaned = { text: string } | { slip: 'text-nul' | 'text-broken' }

/**
 * Text as we keep it: NFC, trimmed. A NUL (no database keeps it) or half a character (a lone surrogate) is a slip,
 * not silently dropped. Right-to-left overrides stay: they are isolated where the text is shown.
 */
export function cleanText(text: string): Cleaned {
  if (text.includes('\u0000')) return { slip: 'text-nul' }
  if (!text.isWellFormed()) return { slip: 'text-broken' }
  return { text: text.normalize('NFC').trim() }
}

/** Spaces and tabs of any kind, and line ends, as one space: for names and other texts of one line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 126 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return false
  }
  return true
}
