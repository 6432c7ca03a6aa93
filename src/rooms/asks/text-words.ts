import { stemmer } from 'stemmer'
import { fold } from '#ground/fold'
import { dariStem } from './dari-stems.ts'

/** A word of a text as it was written, folded, and as its stem. */
export type TextWord = { written: string; folded: string; stem: string }

const wordPattern = /[\p{L}\p{N}\p{M}&]+/gu
const isLatin = /^[a-z0-9&]+$/

/** The words of a text in their order; a Dari joiner parts two words, as a space does, since people write either. */
export function wordsOf(text: string): TextWord[] {
  return [...text.matchAll(wordPattern)].map(([written]) => {
    const folded = fold(written)
    return { written, folded, stem: stemOf(folded) }
  })
}

export function stemOf(folded: string): string {
  return isLatin.test(folded) ? stemmer(folded) : dariStem(folded)
}
