export const roleNames = ['administrator', 'coordinator', 'safeguarding'] as const
/** Of a whole organisation, officers also of one programme; an administrator also gives and ends roles, and reads the outbox. */
export type RoleName = (typeof roleNames)[number]

export type GivenRole = {
  id: string
  person: string
  role: RoleName
  organisation: string
  /** Null where it is for the whole organisation. */
  programme: string | null
  givenAt: Temporal.Instant
}

/** Whether nobody would be left to run the house for the organisation. */
export function isLastAdministrator(role: GivenRole, inForce: readonly GivenRole[]): boolean {
  return role.role === 'administrator' && !inForce.some(({ id, role: name }) => name === 'administrator' && id !== role.id)
}
