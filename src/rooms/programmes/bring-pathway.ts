import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mayCoordinate, mustCoordinate } from '#people/may'
import { readPathwayFile } from './check-pathway.ts'
import { layPathway } from './lay-pathway.ts'
import type { Pathway } from './pathway.ts'
import { pathwayInForce, pathwayOf } from './pathway-reads.ts'
import { pathwayOfKey } from './pathways.ts'
import { findProgramme } from './reads.ts'

export type BringPathway = { programme: string; version: number; file: Blob }
export type CopyPathway = { programme: string; version: number; from: string }

/** Puts the pathway of a file in force, whole; its rules of matching are not touched. */
export async function bringPathway(tx: Tx, { programme, version, file }: BringPathway): Promise<{ programme: string }> {
  mustCoordinate(tx, programme)
  const read = await readPathwayFile(file)
  if ('slips' in read) refuse('programmes.pathwayUnread', { count: read.slips.length })
  return replacePathway(tx, programme, version, read.pathway)
}

/** Puts the pathway of another programme that one coordinates in force here, or one that ships, by its key. */
export async function copyPathway(tx: Tx, { programme, version, from }: CopyPathway): Promise<{ programme: string }> {
  mustCoordinate(tx, programme)
  const shipped = pathwayOfKey(from)
  if (shipped === undefined && !mayCoordinate(tx, found(await findProgramme(tx, from)).id)) missing()
  return replacePathway(tx, programme, version, shipped ?? (await pathwayOf(tx, from)))
}

async function replacePathway(tx: Tx, id: string, version: number, pathway: Pathway): Promise<{ programme: string }> {
  const programme = found(await findProgramme(tx, id))
  const now = await pathwayInForce(tx, id)
  if (JSON.stringify(now.pathway) === JSON.stringify(pathway)) return { programme: id }
  if (now.version !== version) refuse('programmes.pathwayChanged')
  await layPathway(tx, programme, now, pathway)
  return { programme: id }
}
