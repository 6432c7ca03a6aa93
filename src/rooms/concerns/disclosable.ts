import { limits as concernLimits } from './concern.ts'

/** What two people write of which one may show a copy to the safeguarding officers. */
export const disclosableKinds = [
  'shared-note',
  'private-note',
  'message',
  'goal',
  'next-step',
  'skill',
  'opportunity',
  'feedback',
  'answer',
  'agreement',
  'thanks',
  'place',
] as const
export type DisclosableKind = (typeof disclosableKinds)[number]

/** Something of a pair that one of the two may show, opened as they themselves read it. */
export type Disclosable = {
  kind: DisclosableKind
  /** Which of its kind; a link from the item's own page names it so. */
  item: string
  /** Who wrote it; null where that is not kept. */
  author: string | null
  at: Temporal.Instant
  text: string
}

/** A copy of it, as it was on the day when it was shown. */
export type Disclosed = Omit<Disclosable, 'item'>

export const disclosureLimits = {
  itemsMax: concernLimits.itemsADisclosureMax,
  wordsCharsMax: concernLimits.messageCharsMax,
  charsAPageMax: 7_000,
} as const

export const keyOf = ({ kind, item }: Pick<Disclosable, 'kind' | 'item'>) => `${kind}:${item}`

/** Copies by page, whole and in their order: as many as so many characters hold, and one at least; `before` stand on the first already. */
export function pagesOf<Copy extends { text: string }>(copies: readonly Copy[], before: number): Copy[][] {
  let page: Copy[] = []
  const pages = [page]
  let chars = before
  for (const copy of copies) {
    const somethingStands = page.length > 0 || chars > 0
    if (somethingStands && chars + copy.text.length > disclosureLimits.charsAPageMax) {
      page = []
      pages.push(page)
      chars = 0
    }
    page.push(copy)
    chars += copy.text.length
  }
  return pages
}
