import type { Pathway } from './pathway.ts'
import type { Texts } from './pathway-forms.ts'
import { pathwayOfKey, pathways } from './pathways.ts'

/** A kind of programme: what it is, its rules, and how it is run when nobody says otherwise. */
export type Template = Pathway['matching'] & { key: string; name: Texts; description: Texts; lengthWeeks: number }

/** What a pathway says of the kind of programme that goes it. */
export function kindOf({ key, name, description, lastsWeeks, matching }: Pathway): Template {
  return { key, name, description, lengthWeeks: lastsWeeks, ...matching }
}

/** Every kind of programme that ships, in the order offered: one file in `pathways/` each. */
export const templates: readonly Template[] = pathways.map(kindOf)

export function templateOf(key: string): Template | undefined {
  const pathway = pathwayOfKey(key)
  return pathway && kindOf(pathway)
}
