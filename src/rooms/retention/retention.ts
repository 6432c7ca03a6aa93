/** How long things are kept and waited for. */
export const limits = {
  /** Between asking to be erased and being erased: long enough to notice that somebody else asked. */
  erasureDaysWait: 7,
  /** Both are told so long before what they wrote is destroyed, so that each can take their own along. */
  noticeDays: 30,
  sweptMax: 200,
  shreddedAtOnceMax: 5_000,
} as const

export type ErasureWish = { id: string; person: string; askedAt: Temporal.Instant; dueAt: Temporal.Instant }
