import { newKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { openTally } from '#ground/tally'
import { sideOf } from '#partnerships/partnership'
import { findPartnership } from '#partnerships/reads'
import { organisationsSeen, workingWeekOf } from '#people/organisation-reads'
import { dueAt, limits, type Severity } from './concern.ts'
import { concernsSince, findOwn, holdReference, isKnown, officersOf } from './reads.ts'
import { keyOwner, places } from './sealing.ts'
import { insertAsides, insertConcern, insertPair, insertTelling, lockConcern } from './writes.ts'

export type RaiseConcern = {
  id: string
  /** A secret of 128 bits that opens the concern to who holds it; its hash alone is kept. */
  reference: string
  /** Null where it was neither chosen nor told by a session. */
  organisation: string | null
  what: string
  severity: Severity
  /** One of the asker's own, ended or not; anything else is as if none had been chosen. */
  partnership: string | null
  about: string | null
  /** Officers whom it is about, and who do not read it. */
  asides: readonly string[]
  reach: string | null
  anonymous: boolean
  /** Counted in memory, never kept. */
  network: string
}

const knocks = openTally({ max: limits.concernsAnHourANetworkMax, minutes: 60, keysMax: limits.networksMax })

/**
 * Tells the safeguarding officers, and nobody else. Anonymous, the door opens the transaction as nobody's, so that no row of it can
 * name anybody. The same form twice is one concern. Refuses `concerns.whichOrganisation`, `.sentAlready` (the same form with other
 * words), `.network` and `.house` (so many an hour).
 */
export async function raiseConcern(tx: Tx, told: RaiseConcern): Promise<void> {
  await lockConcern(tx, told.id)
  if (await isSentAlready(tx, told)) return
  const organisation = await organisationOf(tx, told.organisation)
  await mustHaveRoom(tx, told.network)
  const pair = await ownPair(tx, told)
  const due = dueAt(told.severity, tx.now, await workingWeekOf(tx, organisation))
  const officers = new Set((await officersOf(tx, organisation)).map(({ person }) => person))

  const { id, what, about, reach, reference, severity } = told
  const raiser = told.anonymous ? null : tx.by
  const sealed = (await newKeys(tx, keyOwner(id))).seal(places.telling(id, raiser), { what, about, reach })
  await insertTelling(tx, { concern: id, sealed, raiser, reference })
  await insertAsides(
    tx,
    id,
    [...new Set(told.asides)].filter((person) => officers.has(person)),
  )
  if (pair) await insertPair(tx, id, pair.id, null)
  await insertConcern(tx, { id, organisation, programme: pair?.programme ?? null, severity, dueAt: due })
  await tx.note('concern.raised', id, {})
}

/** Whether this form came before with these words; with other words it is refused, since what came first stays as it was. */
async function isSentAlready(tx: Tx, { id, reference, what }: RaiseConcern): Promise<boolean> {
  const opened = await holdReference(tx, reference)
  if (opened === null && !(await isKnown(tx, id))) return false
  if (opened !== id || (await findOwn(tx, id))?.what !== what) refuse('concerns.sentAlready')
  return true
}

async function organisationOf(tx: Tx, chosen: string | null): Promise<string> {
  const all = await organisationsSeen(tx)
  const one = all.length === 1 && chosen === null ? all[0] : all.find(({ id }) => id === chosen)
  return one?.id ?? refuse('concerns.whichOrganisation')
}

async function mustHaveRoom(tx: Tx, network: string): Promise<void> {
  if ((await concernsSince(tx, tx.now.subtract({ hours: 1 }))) >= limits.concernsAnHourMax) refuse('concerns.house')
  if (!knocks(network, tx.now)) refuse('concerns.network')
}

async function ownPair(tx: Tx, { partnership, anonymous }: RaiseConcern): Promise<{ id: string; programme: string } | undefined> {
  if (partnership === null || anonymous || tx.by === null) return undefined
  const pair = await findPartnership(tx, partnership)
  return pair && sideOf(pair, tx.by) !== null ? pair : undefined
}
