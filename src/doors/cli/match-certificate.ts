import type { Say } from '#ground/words'
import type { Suggestions } from '#matching/suggest'
import type { Fault, Price } from '#pairing/certificate'
import type { MatchOptions } from './match-options.ts'

/** A certificate as it is printed, and whether checking it here found nothing wrong. */
export type Certified = { text: string; holds: boolean }

/** Prices, pairs, and what each way came to, where that was worked out. */
export type Certifiable = Pick<Suggestions, 'proved' | 'pairs'> & Partial<Pick<Suggestions, 'compared'>>

/**
 * The proof of the best whole in lines that others can check by the rule in docs/matching.md: prices by code, in order of code, then the
 * sums, what a pair counts for, and what was checked.
 */
export function certificateOf({ proved, compared, pairs }: Certifiable, options: MatchOptions, say: Say): Certified {
  const { mentees, mentors, proof } = proved
  const row = (side: string, { code, isShort, places, price }: Price) => [
    side,
    code,
    isShort ? 'short of places' : 'places to spare',
    String(places),
    String(price),
  ]
  const rows = [...mentees.map((one) => row('mentee', one)), ...mentors.map((one) => row('mentor', one))]
  const pinned = pairs.filter((pair) => pair.pinned).length
  const lines = [
    'Certificate of the best whole, to be checked by the rule in docs/matching.md.',
    ...(options.choice.method === 'stable' ? ['What was written is the stable whole, to which it does not speak.'] : []),
    ...[['side', 'code', 'part', 'places', 'price'], ...rows].map((cells) => cells.map(quoted).join(',')),
    ...countedLines(options, compared?.best.floor ?? null, say),
    ...(pinned === 0 ? [] : [`Pinned pairs stand outside, with the places that they take: ${say.number(pinned)}.`]),
    ...('fault' in proof ? [`It does not hold: ${sayFault(proof, say)}`] : proofLines(proof, say)),
  ]
  return { text: lines.join('\n'), holds: !('fault' in proof) }
}

/** Figures stay as they are here, also below 0: what guards a sheet against formulas would spoil them. */
const quoted = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What a pair counts for in the sums, and which pairs were open to choice. */
function countedLines({ choice, keep }: MatchOptions, worst: number | null, say: Say): string[] {
  const { dial, bonus, floor } = choice
  const least = floor === 'highest' ? (worst ?? 0) : floor === 'none' ? 0 : floor
  const score = dial === 'even' ? 'its score evened, 1000 × (1 − ((1000 − score) ÷ 1000)^2.5) to the nearest' : 'its score'
  const kept = keep === undefined || bonus === 0 ? '' : `, and ${say.number(bonus)} more where it stood before`
  return [`A pair counts for ${score}${kept}. Open to choice: pairs of ${say.number(least)} points or more.`]
}

type Proof = Exclude<Suggestions['proved']['proof'], Fault>

function proofLines({ pairs, matched, matchedAtMost, total, totalAtMost }: Proof, say: Say): string[] {
  const number = (count: number) => say.number(count)
  return [
    `Number: places of mentors short of places + mentees with places to spare = ${number(matchedAtMost)}; matched: ${number(matched)}.`,
    `Total: prices of mentees + places × prices of mentors = ${number(totalAtMost)}; the pairs count for ${number(total)}.`,
    `Checked: every one of ${number(pairs)} pairs. None joins a mentee short of places to a mentor with places to spare; none within a`,
    'part counts for more than its two prices together. It holds: no whole matches more, and none that matches as many counts for more.',
  ]
}

const faultSentences: Record<Fault['fault'], string> = {
  notAPair: 'a chosen pair may not meet',
  tooManyPlaces: 'a mentor has more mentees than places',
  couldBeMatched: 'a pair joins a mentee short of places to a mentor with places to spare',
  leftOverOutside: 'a mentee with places to spare is left over',
  freePlaceInside: 'a mentor short of places has one free',
  priceBelowNothing: 'a price is below 0 where none may be',
  priceOfNobody: 'a price stands where a place is free, or a mentee left over',
  worthMore: 'a pair counts for more than its two prices together',
  sumsDiffer: 'the sums differ',
}

function sayFault(fault: Fault, say: Say): string {
  if (fault.fault === 'sumsDiffer') return `${faultSentences.sumsDiffer}: ${say.number(fault.total)} and ${say.number(fault.prices)}.`
  return `${faultSentences[fault.fault]}.`
}
