import type { Particulars } from './business.ts'

const startedMonthsMax = 36

export const checks = ['adult', 'young', 'no-other-support', 'not-tied', 'trained'] as const
export type Check = (typeof checks)[number]

/** What 6.4 of the domain asks of a business before it is coached, each as it stands; a person decides, since a rule knows no case. */
export function checked(business: Particulars, today: Temporal.PlainDate): readonly { check: Check; holds: boolean }[] {
  const { owners, startedOn, otherSupport, tied, trainings } = business
  const months = startedOn === null ? 0 : startedOn.until(today, { largestUnit: 'months' }).months
  const holds: Record<Check, boolean> = {
    adult: owners.length > 0 && owners.every(({ adult }) => adult),
    young: months <= startedMonthsMax,
    'no-other-support': !otherSupport,
    'not-tied': !tied,
    trained: trainings.length > 0,
  }
  return checks.map((check) => ({ check, holds: holds[check] }))
}
