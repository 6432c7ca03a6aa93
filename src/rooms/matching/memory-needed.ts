/**
 * Measured on Node 26, as the most that a process grew by while it matched crowds of 1 to 25 million pairs where everybody may meet
 * everybody: 96 MB at 1,000 by 1,000 and 30 to 31 bytes more for each pair beyond (standing pairs, a pin and evening asked for; 20 without
 * them). Scoring and rows hold 14 of them (4 + 2 scored, 4 + 4 in rows); the rest are the pairs above the floor, what they are worth, their
 * lists from either side, and those of the stable whole.
 */
const bytesPerPair = 34
/** Prices, reasons and sentences of one person. */
const bytesPerPerson = 4_000
/** What a round takes whatever its size: compiled code, and memory that is not given back yet. */
const bytesAlways = 120_000_000

/** How many bytes a round needs at its peak, besides the program itself and the people who were read. */
export function memoryNeeded(mentees: number, mentors: number): number {
  return bytesAlways + mentees * mentors * bytesPerPair + (mentees + mentors) * bytesPerPerson
}

/** On lists: measured at 100,000 by 25,000, 250 MB above the people; some 64 pairs of a mentee, held twice and turned. */
const bytesPerPersonOnLists = 2_500

/** How many bytes a crowd needs that is solved on lists of the best, besides the program itself and the people who were read. */
export function memoryNeededOnLists(mentees: number, mentors: number): number {
  return bytesAlways + (mentees + mentors) * (bytesPerPersonOnLists + bytesPerPerson)
}
