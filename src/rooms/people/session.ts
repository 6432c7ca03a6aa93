import type { Scope } from '#ground/db'
import type { Me } from '#ground/route'
import type { Calendar, Language } from '#ground/words'
import { zoneOr } from '#ground/zone'

export const limits = {
  sessionDays: 30,
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
}

/** Who a session is: the person, how they read, and the scope that the walls compare against. */
export function meFrom(row: SessionRow): Me {
  const organisations = row.roles
    .filter(({ role, programme }) => programme === null && role !== 'safeguarding')
    .map((role) => role.organisation)
  const scope: Scope = {
    door: 'person',
    person: row.person,
    home: row.organisation,
    organisations: [...new Set(organisations)],
    programmes: row.programmes,
  }
  return {
    person: row.person,
    session: row.session,
    name: row.name,
    organisation: row.organisation,
    organisationName: row.organisationName,
    keeps: organisations.includes(row.organisation),
    administers: row.roles.some((role) => role.role === 'administrator' && role.organisation === row.organisation),
    isOfficer: row.roles.some((role) => role.role === 'safeguarding'),
    reader: { language: row.language as Language, calendar: row.calendar as Calendar, zone: zoneOr(row.zone) },
    scope,
  }
}
