import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustKeepOrganisation } from '#people/may'
import { readPathwayFile } from './check-pathway.ts'
import type { Pathway } from './pathway.ts'
import { pathwayOfKey } from './pathways.ts'
import type { Joining } from './programme.ts'
import { rulesSchema } from './rules.ts'
import { insertPathway, insertProgramme, insertRules } from './writes.ts'

export type OpenProgramme = {
  id: string
  organisation: string
  /** The key of a pathway that ships; not asked where a file of one's own says how it goes. */
  template: string
  file?: Blob | null
  name: string
  purpose: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  joining: Joining
  /** Whose programme it is, where the house opens it for somebody. */
  openedBy?: string
}

/** Opens a programme that goes a pathway, with its rules of matching; both can be changed afterwards. */
export async function openProgramme(tx: Tx, { openedBy, file, template, ...asked }: OpenProgramme): Promise<{ id: string }> {
  mustKeepOrganisation(tx, asked.organisation)
  const pathway = file ? await pathwayIn(file) : (pathwayOfKey(template) ?? refuse('programmes.noTemplate'))
  const by = openedBy ?? tx.by
  assert(by !== null, 'nobody opens this programme')

  const programme = { ...asked, template: pathway.key, linkKey: tx.newSecret(), openedAt: tx.now, openedBy: by }
  if (!(await insertProgramme(tx, programme))) return { id: asked.id }
  const { hard, weights, preferences, bestLevel, withoutAttributes } = pathway.matching
  await insertRules(tx, asked.id, 1, rulesSchema.parse({ hard, weights, preferences, bestLevel, withoutAttributes }), by)
  await insertPathway(tx, asked.id, 1, pathway, by)
  await tx.note('programme.opened', asked.id, { organisation: asked.organisation, programme: asked.id }, { template: pathway.key })
  return { id: asked.id }
}

/** The pathway in a file; its page names each slip, here is said how many. */
async function pathwayIn(file: Blob): Promise<Pathway> {
  const read = await readPathwayFile(file)
  return 'pathway' in read ? read.pathway : refuse('programmes.pathwayUnread', { count: read.slips.length })
}
