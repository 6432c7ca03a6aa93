import type { Again, Asked } from '#ground/route'

/** What a section of the page is given: the refusal only where it was of one of its own forms. */
export type Section = { asked: Asked; again: Again | undefined }
