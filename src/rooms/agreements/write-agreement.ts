import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { pathwayOf } from '#programmes/pathway-reads'
import { sealingFor } from './agreement.ts'
import { versionsOf } from './agreement-reads.ts'
import { holdPair, insertVersion } from './agreement-writes.ts'

/** `from` is the version that the form was drawn from, 0 for none, so that of two who write at once the second sees both texts. */
export type WriteAgreement = {
  id: string
  partnership: string
  from: number
  clauses: Readonly<Record<string, string>>
  goals: readonly string[]
}

/** One of the two writes the agreement; both must then sign it anew. Clauses that are fixed, or that are none, are left out. */
export async function writeAgreement(tx: Tx, { id, partnership, from, clauses, goals }: WriteAgreement): Promise<{ partnership: string }> {
  const { pair } = await ofTwo(tx, partnership)
  if (pair.endedAt !== null) refuse('agreements.over')
  const { agreement } = await pathwayOf(tx, pair.programme)
  await holdPair(tx, partnership)
  const [newest] = await versionsOf(tx, partnership)
  if (newest?.id === id) return { partnership }
  const written = Object.fromEntries(
    agreement.clauses.filter(({ fixed }) => !fixed).flatMap(({ key }) => (clauses[key] ? [[key, clauses[key]]] : [])),
  )
  const wanted = goals.slice(0, agreement.goalsMax)
  const sealedFor = sealingFor(agreement.signedBy)
  // The same text is saved anew where it must be readable to one who could not read it.
  const isForAll = newest?.sealedFor === 'coordinated' || sealedFor === 'partnership'
  const isSame = newest && isForAll && JSON.stringify([newest.clauses, newest.goals]) === JSON.stringify([written, wanted])
  if (isSame) return { partnership }
  if ((newest?.nth ?? 0) !== from) refuse('agreements.writtenMeanwhile')
  assert(tx.by, 'somebody writes')

  const keys = await keysFor(tx, { kind: sealedFor, id: partnership })
  const place = { kind: 'agreement', item: partnership, author: tx.by, version: from + 1 }
  const sealed = keys.seal(place, { clauses: written, goals: wanted })
  if (!(await insertVersion(tx, { id, partnership, nth: from + 1, sealedFor, sealed, by: tx.by }))) return { partnership }
  await tx.note('agreement.written', partnership, { organisation: pair.organisation, programme: pair.programme }, { nth: from + 1 })
  return { partnership }
}
