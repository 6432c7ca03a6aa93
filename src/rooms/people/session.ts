import type { Scope } from '#ground/db'
import type { Me } from '#ground/route'
import type { Calendar, Language } from '#ground/words'
import { zoneOr } from '#ground/zone'

export const limits = {
  /** However much it is used. */
  sessionDays: 30,
  /** Not used for so long, it is over; counted from the last day that it was used. */
  sessionIdleDays: 14,
  /** A working day: so long a passkey's yes opens the pages of a staff role. */
  proofHours: 12,
  sessionsShownMax: 50,
  codeMinutes: 10,
  codeTriesMax: 5,
  linksAnHourAnAddressMax: 5,
  linksAnHourANetworkMax: 30,
  /** Of the whole house: a flood of requests becomes no flood of letters. */
  signInLettersAnHourMax: 600,
  /** People who may share an address, as an office or a family does. */
  peopleAnAddressMax: 50,
  linksKeptHours: 24,
  nextCharsMax: 500,
  deviceCharsMax: 200,
} as const

/** Whether staff roles need a passkey: a setting of the house. */
export type PasskeysAre = 'required' | 'offered'

/** How a session began, and how it was confirmed afterwards. */
export type BegunBy = 'link' | 'passkey' | 'provider'
export type ProvenBy = 'passkey' | 'recovery-code' | 'provider'

export type Role = { role: string; organisation: string; programme: string | null }

export type SessionRow = {
  session: string
  person: string
  name: string
  organisation: string
  organisationName: string
  language: string
  calendar: string
  zone: string
  roles: readonly Role[]
  /** Programmes coordinated, by a role on each or on the whole organisation. */
  programmes: readonly string[]
  seenAt: Temporal.Instant
  /** Confirmed with more than a mailbox, some hours ago at most. */
  isProven: boolean
}

/**
 * Who a session is: the person, how they read, and the scope that the walls compare against. While it owes its proof it is the session
 * of somebody without a role, so that no gate, page or wall has to think of proofs.
 */
export function meFrom(row: SessionRow, passkeysAre: PasskeysAre): Me {
  const isStaff = row.roles.length > 0
  const passkey = !isStaff ? 'offered' : passkeysAre === 'required' ? 'required' : 'asked'
  const owesProof = passkey === 'required' && !row.isProven
  const roles = owesProof ? [] : row.roles
  const organisations = roles
    .filter(({ role, programme }) => programme === null && role !== 'safeguarding')
    .map((role) => role.organisation)
  const scope: Scope = {
    door: 'person',
    person: row.person,
    home: row.organisation,
    organisations: [...new Set(organisations)],
    programmes: owesProof ? [] : row.programmes,
    owesProof,
  }
  return {
    person: row.person,
    session: row.session,
    name: row.name,
    organisation: row.organisation,
    organisationName: row.organisationName,
    keeps: organisations.includes(row.organisation),
    administers: roles.some((role) => role.role === 'administrator' && role.organisation === row.organisation),
    isOfficer: roles.some((role) => role.role === 'safeguarding'),
    passkey,
    owesProof,
    seenAt: row.seenAt,
    reader: { language: row.language as Language, calendar: row.calendar as Calendar, zone: zoneOr(row.zone) },
    scope,
  }
}
