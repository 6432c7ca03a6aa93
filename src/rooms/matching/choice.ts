import type { Method } from '#pairing/compare'
import { bonusMax, type Dial, type Floor } from '#pairing/problem'

export const floors = ['highest', 'none', 'points'] as const
export const dials = ['total', 'even'] as const satisfies readonly Dial[]

/** How much keeping a pair of the round before may cost the whole, in points, by the word on the form. */
export const keepPoints = { free: 0, little: 10, firm: 50 } as const
export const keeps = ['free', 'little', 'firm'] as const satisfies readonly (keyof typeof keepPoints)[]
export type Keep = (typeof keeps)[number]

/** How a round was asked to choose; kept with it, so that the next one starts from the same. */
export type RoundChoice = { method: Method; floor: Floor; dial: Dial; bonus: number }

export const usualChoice: RoundChoice = { method: 'best', floor: 'highest', dial: 'total', bonus: 0 }

/** Whoever can stay stays: each pair that must part costs more than any two others could gain. */
export const mending = (choice: RoundChoice): RoundChoice => ({ ...choice, method: 'best', floor: leastOf(choice.floor), bonus: bonusMax })

/** The highest floor would move people for its own sake; one in points was asked for. */
const leastOf = (floor: Floor): Floor => (floor === 'highest' ? 'none' : floor)

export const keepOf = (bonus: number): Keep => keeps.findLast((keep) => keepPoints[keep] <= bonus) ?? 'free'
