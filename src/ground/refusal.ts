/** What a sentence may be told: whole numbers and texts, put into the words by name. */
export type Facts = Record<string, string | number>

/** A no that the person can mend. Its name is the key of its words: `partnerships.full` → `refusal.partnerships.full`. */
export class Refusal extends Error {
  readonly reason: string
  readonly facts: Facts

  constructor(reason: string, facts: Facts = {}) {
    super(`refused: ${reason}`)
    this.name = 'Refusal'
    this.reason = reason
    this.facts = facts
  }
}

/** Stops here with a no that the person can mend; the door shows its words on the same page, 422. */
export function refuse(reason: string, facts: Facts = {}): never {
  throw new Refusal(reason, facts)
}

/** Not there, or not yours: the answer is the same 404. */
export class Missing extends Error {
  constructor() {
    super('missing')
    this.name = 'Missing'
  }
}

/** Stops here as if the thing did not exist. */
export function missing(): never {
  throw new Missing()
}

/** The row, or a 404 when the walls hid it or it never was. */
export function found<T>(row: T | undefined | null): T {
  return row ?? missing()
}
