import type { Keys } from '#ground/content-keys'
import { fold } from '#ground/fold'
import type { Attribute } from './person.ts'

const generationYears = 15
const aroundYears = (generationYears - 1) / 2
const wordsMax = 40

/**
 * What somebody told, as marks that can be compared and not read. Two share a mark where they share a word; of birth years, where the years
 * are less than 15 apart: each has a mark for its own and the seven before and after, and two such spans meet just then.
 */
export function marksOf(keys: Keys, attribute: Attribute, value: string): string {
  const words = attribute === 'birthYear' && /^[0-9]{4}$/.test(value) ? yearsAround(Number(value)) : wordsOf(value)
  return words.map((word) => keys.mark(`${attribute}:${word}`)).join(',')
}

function yearsAround(year: number): string[] {
  return Array.from({ length: generationYears }, (_, at) => String(year - aroundYears + at))
}

/** Several values with a comma or semicolon between, folded: case, accents and letters that look alike count as one. */
function wordsOf(value: string): string[] {
  const words = value
    .split(/[,;،؛]/)
    .map(fold)
    .filter((word) => word !== '')
  return [...new Set(words.length > 0 ? words : [value])].slice(0, wordsMax)
}

/** Where what somebody told stands; nobody is named as its author, since a sheet may have told it before. */
export const placeOfAttribute = (person: string, attribute: string) => ({ kind: `attribute:${attribute}`, item: person, author: '' })

/**
 * Both ways in which the database keeps what was told: sealed, with the person's own key where they told it themselves and else with the
 * organisation's, since an importer has nobody's own; and as marks, with the organisation's, since people of one are compared.
 */
export function sealedAttribute(
  { sealing, marking }: { sealing: Keys; marking: Keys },
  { person, attribute, value }: { person: string; attribute: Attribute; value: string },
) {
  return { sealed: sealing.seal(placeOfAttribute(person, attribute), { value }), marks: marksOf(marking, attribute, value) }
}
