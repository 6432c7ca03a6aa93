import { type Bank, costOf } from '#hours/bank'
import { splitEvenly } from './coaching.ts'

export type Part = { minutes: number; cost: bigint; perHour: bigint }

const minutesAnHour = 60n

/**
 * What each of so many businesses carries of one meeting: the cost once, split by largest remainder in their order, and as many of the
 * minutes. `perHour` is what an hour costs each, so that its minutes cost just its part: 90 minutes at 1,200 over four are 450 each.
 */
export function partsOf(bank: Pick<Bank, 'quantum'>, perHour: bigint, minutes: number, over: number): Part[] {
  const quanta = costOf(perHour, minutes, bank.quantum) / bank.quantum
  const lengths = splitEvenly(minutes, over)
  const [each, left] = [quanta / BigInt(over), quanta % BigInt(over)]
  return lengths.map((length, at) => {
    const cost = (each + (BigInt(at) < left ? 1n : 0n)) * bank.quantum
    const long = BigInt(length)
    return { minutes: length, cost, perHour: (cost * minutesAnHour * 2n + long) / (long * 2n) }
  })
}
