import type { Pathway } from '#programmes/pathway'

export const limits = { clauseCharsMax: 2_000, goalCharsMax: 300, versionsShownMax: 50 } as const

export type Signer = Pathway['agreement']['signedBy'][number]

/** A version of what two agree on: the clauses by key, as they were written, and the goals. */
export type Version = {
  id: string
  partnership: string
  nth: number
  clauses: Readonly<Record<string, string>>
  goals: readonly string[]
  /** Which key it was sealed with, and whether the asker has that key. */
  sealedFor: Sealing
  isReadable: boolean
  at: Temporal.Instant
  by: string
}
/** Which key a version was sealed with: that of the two, or that which their coordinators have too, since they sign. */
export type Sealing = 'partnership' | 'coordinated'
export const sealingFor = (signedBy: readonly Signer[]): Sealing => (signedBy.includes('coordinator') ? 'coordinated' : 'partnership')

export type Signature = { version: string; signer: Signer; person: string; at: Temporal.Instant }

/** An agreement as it stands: its newest version, who has signed that, and whose signature it waits for. */
export type Standing = { newest: Version | undefined; signatures: readonly Signature[]; missing: readonly Signer[] }

export function standingOf(signedBy: readonly Signer[], versions: readonly Version[], signatures: readonly Signature[]): Standing {
  const newest = versions.toSorted((one, other) => other.nth - one.nth)[0]
  const under = signatures.filter(({ version }) => version === newest?.id)
  return { newest, signatures: under, missing: signedBy.filter((signer) => !under.some((one) => one.signer === signer)) }
}

/** What differs between two texts of one agreement, by the key of the clause; `goals` for the goals. */
export function changedSince(before: Version, after: Version): string[] {
  const keys = new Set([...Object.keys(before.clauses), ...Object.keys(after.clauses)])
  const clauses = [...keys].filter((key) => before.clauses[key] !== after.clauses[key])
  return JSON.stringify(before.goals) === JSON.stringify(after.goals) ? clauses : [...clauses, 'goals']
}
