import type { TextPlace } from '#ground/content-keys'

/** Where the text of an ask stands, under the ask's own key. */
export const textPlace = (ask: string, asker: string): TextPlace => ({ kind: 'ask-text', item: ask, author: asker })
