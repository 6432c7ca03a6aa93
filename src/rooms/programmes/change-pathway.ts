import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { layPathway } from './lay-pathway.ts'
import { pathwaySchema } from './pathway.ts'
import { type Part, standsAt, withPart } from './pathway-part.ts'
import { pathwayAt, pathwayInForce } from './pathway-reads.ts'
import { findProgramme } from './reads.ts'

/** `version` is the one that the page was drawn from. */
export type ChangePathway = { programme: string; version: number; part: Part }

/**
 * Puts one part of a programme's pathway in force, as a new version, on which its pairs go on. Of two coordinators who change the same
 * part the second is told; different parts do not disturb each other.
 */
export async function changePathway(tx: Tx, { programme: id, version, part }: ChangePathway): Promise<{ programme: string }> {
  const programme = found(await findProgramme(tx, id))
  mustCoordinate(tx, id)
  const now = await pathwayInForce(tx, id)
  const next = withPart(now.pathway, part) ?? refuse('programmes.pathwayPartGone')
  const before = version === now.version ? now.pathway : await pathwayAt(tx, id, version)
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const normal = pathwaySchema.parse(next)
  if (isSame(now.pathway, normal)) return { programme: id }
  if (before === undefined || !isSame(standsAt(before, part), standsAt(now.pathway, part))) refuse('programmes.pathwayChanged')

  await layPathway(tx, programme, now, normal)
  return { programme: id }
}
