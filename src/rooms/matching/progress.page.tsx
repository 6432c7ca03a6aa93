import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, Next, View, Waiting } from '#ground/route'
import { crowdOf } from './crowd.ts'
import { memoryNeeded } from './memory-needed.ts'
import { findAsk, findRound } from './round-reads.ts'
import { wantedFrom } from './run-round.ts'
import type { Stage } from './suggest.ts'
import type { RulesVersioned } from './suggest-inside.ts'

const module = new URL(import.meta.resolve('#matching/suggest-inside'))

/** Of objects; the pairs themselves lie outside. */
const memoryMegabytesMax = 2_000

const stages = {
  scoring: 'page.progress.scoring',
  choosing: 'page.progress.choosing',
  comparing: 'page.progress.comparing',
  explaining: 'page.progress.explaining',
} as const satisfies Record<Stage, string>

/** Waits for a round that was asked for, while a thread works it out; the round itself once it is there. */
export async function waitForRound(db: Db, { say, params, formId }: Asked): Promise<View | Next | Waiting> {
  const id = params.round ?? ''
  if (await findRound(db, id)) return `/rounds/${id}`
  const { programme, choice } = found(await findAsk(db, id))
  // Marks are compared under a salt that nothing keeps; the page's own chance serves.
  const crowd = await crowdOf(db, programme, formId)
  const people = crowd.mentees.length + crowd.mentors.length
  const title = say('page.progress.title', { people })
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.progress.lead', { pairs: crowd.mentees.length * crowd.mentors.length })}</p>
    </>
  )
  const input: RulesVersioned = { rulesVersion: crowd.rulesVersion, wanted: await wantedFrom(db, crowd, programme, choice) }
  const bytesNeeded = memoryNeeded(crowd.mentees.length, crowd.mentors.length)
  return { view: { title, body }, task: { module, input, stages, bytesNeeded, memoryMegabytesMax }, back: `/programmes/${programme}` }
}
