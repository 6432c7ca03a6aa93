import type { Facts } from '#ground/refusal'
import type { Alike, Particulars } from './business.ts'

const [startedMonthsMax, startsMonthsMax] = [36, 3]

export const checks = ['adult', 'young', 'no-other-support', 'not-tied', 'trained', 'no-double'] as const
export type Check = (typeof checks)[number]

/** A check as it stands; where it fails, why: a key of words and what they tell. */
export type Checked = { check: Check; fails: { why: string; facts?: Facts } | null }

type Asked = {
  business: Pick<Particulars, 'owners' | 'startedOn' | 'otherSupport' | 'tied' | 'trainings'>
  /** When it was told: "not yet, within three months" is true for as long from then. */
  toldOn: Temporal.PlainDate
  alike: readonly Pick<Alike, 'same' | 'code'>[]
  today: Temporal.PlainDate
}

/** What 6.4 of the domain asks of a business before it is coached, each as it stands; a person decides, since a rule knows no case. */
export function checked({ business, toldOn, alike, today }: Asked): readonly Checked[] {
  const { owners, startedOn, otherSupport, tied, trainings } = business
  const minors = owners.filter(({ adult }) => !adult).length
  const fails: Record<Check, Checked['fails']> = {
    adult: minors > 0 || owners.length === 0 ? { why: 'adult', facts: { count: minors } } : null,
    young: youngFails(startedOn, toldOn, today),
    'no-other-support': otherSupport ? { why: 'no-other-support' } : null,
    'not-tied': tied ? { why: 'not-tied' } : null,
    trained: trainings.length === 0 ? { why: 'trained' } : null,
    'no-double': doubleFails(alike),
  }
  return checks.map((check) => ({ check, fails: fails[check] }))
}

function youngFails(startedOn: Temporal.PlainDate | null, toldOn: Temporal.PlainDate, today: Temporal.PlainDate): Checked['fails'] {
  if (startedOn === null) {
    return isAfter(today, toldOn.add({ months: startsMonthsMax })) ? { why: 'not-begun', facts: { max: startsMonthsMax } } : null
  }
  if (isAfter(startedOn, today.add({ months: startsMonthsMax }))) return { why: 'begins-late', facts: { max: startsMonthsMax } }
  const { months } = startedOn.until(today, { largestUnit: 'months' })
  return months > startedMonthsMax ? { why: 'young', facts: { months, max: startedMonthsMax } } : null
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0

function doubleFails(alike: Asked['alike']): Checked['fails'] {
  const same = alike.find((one) => one.same === true)
  if (same) return { why: 'double', facts: { code: same.code } }
  const open = alike.filter((one) => one.same === null).length
  return open > 0 ? { why: 'perhaps-double', facts: { count: open } } : null
}
