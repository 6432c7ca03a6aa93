import type { Method } from '#pairing/compare'
import type { Dial, Floor } from '#pairing/problem'
import type { Choice } from './suggest.ts'

export const floors = ['highest', 'none', 'points'] as const
export const dials = ['total', 'even'] as const satisfies readonly Dial[]

/** How much keeping a pair of the round before may cost the whole, in points, by the word on the form. */
export const keepPoints = { free: 0, little: 10, firm: 50 } as const
export const keeps = ['free', 'little', 'firm'] as const satisfies readonly (keyof typeof keepPoints)[]
export type Keep = (typeof keeps)[number]

/** How a round was asked to choose; kept with it, so that the next one starts from the same. `mends` is of that round alone. */
export type RoundChoice = { method: Method; floor: Floor; dial: Dial; bonus: number; mends?: boolean }

export const usualChoice: RoundChoice = { method: 'best', floor: 'highest', dial: 'total', bonus: 0 }

/**
 * What the matcher is asked for a choice. A round that mends keeps the most pairs that most matched allow, whatever points that costs. The
 * highest floor, which would move people for its own sake, waits for another round; one in points stays.
 */
export function asSolved({ mends, ...choice }: RoundChoice): Required<Choice> {
  if (!mends) return choice
  return { ...choice, method: 'best', floor: choice.floor === 'highest' ? 'none' : choice.floor, bonus: Number.POSITIVE_INFINITY }
}

export const keepOf = (bonus: number): Keep => keeps.findLast((keep) => keepPoints[keep] <= bonus) ?? 'free'
