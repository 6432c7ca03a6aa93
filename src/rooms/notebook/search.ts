import { fold } from '#ground/fold'
import { limits } from './note.ts'

/** The words that are searched for, in the one form of all ways to write them. */
export function wordsIn(query: string): string[] {
  return fold(query.slice(0, limits.queryCharsMax))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, limits.queryWordsMax)
}

/** Whether a text holds every word, also inside longer ones: endings and joined words are many in Dari. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = fold(text)
  return words.every((word) => folded.includes(word))
}

/** The first words of a text, in one line. */
export function firstWords(text: string, charsMax: number = limits.firstWordsCharsMax): string {
  return piecesOf(text, charsMax)[0] ?? ''
}

/** The first piece of a text in which one of the words stands; else its first words. */
export function pieceWith(text: string, words: readonly string[], charsMax: number = limits.firstWordsCharsMax): string {
  const pieces = piecesOf(text, charsMax)
  const at = pieces.findIndex((piece) => words.some((word) => fold(piece).includes(word)))
  return at <= 0 ? (pieces[0] ?? '') : `… ${pieces[at]}`
}

/** A text in pieces of whole words; a word that is longer than a piece is cut between its characters. */
function piecesOf(text: string, charsMax: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const word of text.split(/\s+/u).flatMap((one) => cut(one, charsMax))) {
    if (piece !== '' && piece.length + 1 + word.length > charsMax) {
      pieces.push(`${piece} …`)
      piece = ''
    }
    piece = piece === '' ? word : `${piece} ${word}`
  }
  return piece === '' ? pieces : [...pieces, piece]
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function cut(word: string, charsMax: number): string[] {
  if (word === '') return []
  if (word.length <= charsMax) return [word]
  const parts = ['']
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1) ?? ''
    if (last.length + segment.length > charsMax && last !== '') parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts
}
