/** A passkey that is in force. */
export type Passkey = {
  id: string
  person: string
  organisation: string
  credentialId: Uint8Array
  publicKey: Uint8Array
  transports: readonly string[]
  /** As its person calls it: the device it lives on. */
  name: string
  addedAt: Temporal.Instant
  lastUsedAt: Temporal.Instant
  counter: number
}

export const limits = {
  challengeMinutes: 10,
  challengesKeptHours: 1,
  /** An office may count as one network. */
  challengesAnHourANetworkMax: 600,
  passkeysMax: 10,
  nameCharsMax: 60,
  answerCharsMax: 20_000,
  codesASheet: 10,
  codeTriesMax: 5,
  codeTriesMinutes: 15,
} as const

/** What a challenge is for: an answer to one opens nothing else. */
export type Purpose = 'sign-in' | 'prove' | 'add'

export type Challenge = {
  id: string
  challenge: Uint8Array
  browserHash: Uint8Array
  /** Where the person was going. */
  next: string | null
  until: Temporal.Instant
  isUsed: boolean
}

/**
 * Why an answer was not taken. A row is kept of it (the challenge is spent), so it is an answer and no refusal.
 * `elsewhere`: no challenge of this browser; `late`, `again`: of this browser, but over or spent; `origin`: signed for another site;
 * `unknown`: no passkey in force, or another person's; `unchecked`: the signature does not hold; `counter`: the passkey may be a copy.
 */
export const slipReasons = ['elsewhere', 'late', 'again', 'origin', 'unknown', 'unchecked', 'counter'] as const
export type SlipReason = (typeof slipReasons)[number]

export function slipIn(query: URLSearchParams): SlipReason | undefined {
  return slipReasons.find((reason) => reason === query.get('slip'))
}

/** A counter that does not grow shows that somebody else has the key; a device that does not count sends 0 always. */
export function counterFell(before: number, now: number): boolean {
  return (before > 0 || now > 0) && now <= before
}
