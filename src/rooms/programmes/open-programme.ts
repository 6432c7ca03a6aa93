import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustKeepOrganisation } from '#people/may'
import { pathwayForTemplate } from './pathways.ts'
import type { Joining } from './programme.ts'
import { rulesSchema } from './rules.ts'
import { templateOf } from './templates.ts'
import { insertPathway, insertProgramme, insertRules } from './writes.ts'

export type OpenProgramme = {
  id: string
  organisation: string
  template: string
  name: string
  purpose: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  joining: Joining
  /** Whose programme it is, where the house opens it for somebody. */
  openedBy?: string
}

/** Opens a programme of a template's kind, with the template's rules; they can be changed afterwards. */
export async function openProgramme(tx: Tx, { openedBy, ...asked }: OpenProgramme): Promise<{ id: string }> {
  mustKeepOrganisation(tx, asked.organisation)
  const template = templateOf(asked.template) ?? refuse('programmes.noTemplate')
  const by = openedBy ?? tx.by
  assert(by !== null, 'nobody opens this programme')

  const isNew = await insertProgramme(tx, { ...asked, linkKey: tx.newSecret(), openedAt: tx.now, openedBy: by })
  if (!isNew) return { id: asked.id }
  const { hard, weights, preferences, bestLevel } = template
  await insertRules(tx, asked.id, 1, rulesSchema.parse({ hard, weights, preferences, bestLevel }), by)
  await insertPathway(tx, asked.id, 1, pathwayForTemplate(asked.template), by)
  await tx.note('programme.opened', asked.id, { organisation: asked.organisation, programme: asked.id }, { template: asked.template })
  return { id: asked.id }
}
