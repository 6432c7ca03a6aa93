import assert from 'node:assert/strict'
import type { Db, Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { sideOf } from '#partnerships/partnership'
import { reachMilestone } from '#partnerships/reach-milestone'
import { findPartnership, type Partnership } from '#partnerships/reads'
import { mayCoordinate } from '#people/may'
import { pathwayOf } from '#programmes/pathway-reads'
import { type Signer, standingOf } from './agreement.ts'
import { signaturesOf, versionsOf } from './agreement-reads.ts'
import { holdPair, insertSignature } from './agreement-writes.ts'

/** `version` is the text that was read; a text changed meanwhile is not signed unread. */
export type SignAgreement = { partnership: string; version: string }

/** A party signs the text that stands. Signed by all, the pair has its agreement, and goes on. The same twice is once. */
export async function signAgreement(tx: Tx, { partnership, version }: SignAgreement): Promise<{ partnership: string }> {
  await holdPair(tx, partnership)
  const pair = found(await findPartnership(tx, partnership))
  const { signedBy } = (await pathwayOf(tx, pair.programme)).agreement
  const signer = signerOf(tx, pair, signedBy)
  const versions = await versionsOf(tx, partnership)
  const standing = standingOf(signedBy, versions, await signaturesOf(tx, partnership))
  if (!versions.some(({ id }) => id === version)) missing()
  if (standing.newest?.id !== version) refuse('agreements.changed')
  // Nobody signs what they cannot read: a text of before the programme was a party is for the two alone, until they save it again.
  if (!standing.newest.isReadable) refuse('agreements.unreadable')
  if (!standing.missing.includes(signer)) return { partnership }
  if (pair.endedAt !== null) refuse('agreements.over')
  assert(tx.by, 'somebody signs')

  if (!(await insertSignature(tx, { version, signer, person: tx.by }))) return { partnership }
  await tx.note('agreement.signed', partnership, { organisation: pair.organisation, programme: pair.programme }, { signer })
  if (standing.missing.length === 1) await reachMilestone(tx, { partnership, milestone: 'agreement-signed', cause: version })
  return { partnership }
}

/** As which party somebody signs; to who is none, it is not there. */
export function signerOf(db: Db, pair: Partnership, signedBy: readonly Signer[]): Signer {
  const side = pair.isAgreed ? sideOf(pair, db.scope.person) : null
  if (side !== null) return side
  const isCoordinator = pair.isAgreed && signedBy.includes('coordinator') && mayCoordinate(db, pair.programme) && db.scope.door !== 'house'
  return isCoordinator ? 'coordinator' : missing()
}
