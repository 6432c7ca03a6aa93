import type { Attribute } from '#people/person'
import type { Candidate } from './candidate.ts'

/** All that the matcher ever says of a private attribute. */
export type Likeness = 'alike' | 'differs' | 'unknown'

const generationYears = 15

/** Compares what two people said of themselves: one value in common is alike; birth years are, less than 15 apart. */
export function likenessOf(a: Candidate, b: Candidate, attribute: Attribute): Likeness {
  const mine = a.attributes[attribute]
  const theirs = b.attributes[attribute]
  if (mine === undefined || theirs === undefined) return 'unknown'
  return attribute === 'birthYear' ? ofOneGeneration(mine, theirs) : sharesOne(mine, theirs)
}

/** Whether a person is known to have one of the identities that their partner asked for. */
export function identityLikeness(wished: readonly string[], { attributes }: Candidate): Likeness {
  return attributes.identity === undefined ? 'unknown' : sharesOne(wished, attributes.identity)
}

function sharesOne(mine: readonly string[], theirs: readonly string[]): Likeness {
  return mine.some((value) => theirs.includes(value)) ? 'alike' : 'differs'
}

/** Years where they are told; marks of the years around them where they are not to be read, of which such two share one. */
function ofOneGeneration(all: readonly string[], others: readonly string[]): Likeness {
  if (all.length > 1 && others.length > 1) return sharesOne(all, others)
  const [mine, theirs] = [all[0], others[0]]
  const years = Math.abs(Number(mine) - Number(theirs))
  if (Number.isNaN(years)) return 'unknown'
  return years < generationYears ? 'alike' : 'differs'
}
