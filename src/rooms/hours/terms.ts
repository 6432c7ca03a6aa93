/** What holds beside the money, see 7.7 of the domain. Percentages are whole; `null` is no bound. */
export type Terms = {
  /** Hours before a meeting within which it is cancelled in time; and where an escort or unsafe travel makes it hard to know earlier. */
  noticeHours: number
  noticeHoursEscorted: number
  /** Percent of the planned minutes lost by who cancels late or does not come, from the second time on. */
  latePercent: number
  /** Percent of the fee that a coach is paid for standing by, from the programme's own budget. */
  standbyPercent: number
  /** Minutes that a meeting may be longer than planned. */
  longerMinutesMax: number
  /** How much a client may owe of their own part, in minor units. */
  dueMax: bigint | null
  /** What happens where a funder runs dry: the meeting waits, or the others take on what they agreed to beyond their share. */
  dryRule: 'stop' | 'others-cover'
  /** Whether a client may take on what a funder is short of, each time with their own consent. */
  clientMayCover: boolean
  /** Percent of a signed tranche that may be lent until it comes, and within how many days it must be due. */
  bridgePercentMax: number
  bridgeDaysMax: number
  hoursAYearMax: number
  hoursAWeekMax: number
  clientsMax: number
  coachHoursAWeekMax: number
  /** Percent of the bank's hours that one coach may hold. */
  coachPercentMax: number
  /** A claim over so much is approved by two persons; minor units. */
  twoPersonsOver: bigint
  /** Percent of a claim's meetings whose clients are called back. */
  callBackPercent: number
  expiryMonths: number
  /** Days after which an unconfirmed meeting is on the call-back list. */
  confirmDays: number
}

type Kept = { [K in keyof Terms]: Terms[K] extends bigint | null ? string | null : Terms[K] extends bigint ? string : Terms[K] }

/** The rules of 7.7 with the pilot's numbers; `unit` is one of the currency, in minor units. */
export function usualTerms(unit: bigint): Terms {
  return {
    ...{ noticeHours: 24, noticeHoursEscorted: 12, latePercent: 50, standbyPercent: 25, longerMinutesMax: 15, dueMax: 240n * unit },
    ...{ dryRule: 'stop', clientMayCover: false, bridgePercentMax: 25, bridgeDaysMax: 60 },
    ...{ hoursAYearMax: 20, hoursAWeekMax: 3, clientsMax: 6, coachHoursAWeekMax: 25, coachPercentMax: 20 },
    ...{ twoPersonsOver: 20_000n * unit, callBackPercent: 10, expiryMonths: 12, confirmDays: 14 },
  }
}

/** As they are kept: money as texts, since JSON has no whole numbers of that size. */
export function keptTerms(terms: Terms): Kept {
  return { ...terms, dueMax: terms.dueMax === null ? null : String(terms.dueMax), twoPersonsOver: String(terms.twoPersonsOver) }
}

export function termsFrom(kept: unknown): Terms {
  const terms = kept as Kept
  return {
    ...terms,
    dueMax: terms.dueMax === null ? null : BigInt(String(terms.dueMax)),
    twoPersonsOver: BigInt(String(terms.twoPersonsOver)),
  }
}
