import type { Gate } from '#ground/route'

/** Anybody, signed in or not. */
export const anyone: Gate = { name: 'anyone', opens: () => true }

/** Anybody who is signed in; the walls and the page decide what of it is theirs. */
export const signedIn: Gate = { name: 'signedIn', opens: ({ me }) => me !== null }

/** Coordinates (or administers) the organisation in the path. */
export const keepsOrganisation: Gate = {
  name: 'keepsOrganisation',
  opens: ({ me, params }) => me?.scope.organisations.includes(params.organisation ?? '') ?? false,
}

/** Coordinates any organisation; what is in the path is behind the walls. */
export const keepsAny: Gate = { name: 'keepsAny', opens: ({ me }) => me?.keeps ?? false }

/** Coordinates the programme in the path, or its organisation. */
export const coordinatesProgramme: Gate = {
  name: 'coordinatesProgramme',
  opens: ({ me, params }) => me?.scope.programmes.includes(params.programme ?? '') ?? false,
}

/** Coordinates any programme; what is in the path is behind the walls. */
export const coordinatesAny: Gate = {
  name: 'coordinatesAny',
  opens: ({ me }) => (me?.scope.programmes.length ?? 0) > 0 || (me?.keeps ?? false),
}

/** Answers concerns; which of them, the walls decide. */
export const officer: Gate = { name: 'officer', opens: ({ me }) => me?.isOfficer ?? false }

/** Administers the organisation they belong to. */
export const administers: Gate = { name: 'administers', opens: ({ me }) => me?.administers ?? false }
