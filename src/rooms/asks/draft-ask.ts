import assert from 'node:assert/strict'
import { newKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { dayOf } from '#ground/when'
import { workingWeekOf } from '#people/organisation-reads'
import { pathwayOf } from '#programmes/pathway-reads'
import { type Enrolment, stageOn } from '#programmes/programme'
import { enrolmentsOfPerson, findProgramme } from '#programmes/reads'
import { limits } from './ask.ts'
import { choosePeople } from './choose-people.ts'
import { findAsk } from './reads.ts'
import { textPlace } from './sealing.ts'
import { understand } from './understand.ts'
import { insertAsk, insertAskText, replaceTopics } from './writes.ts'

export type DraftAsk = { id: string; programme: string; text: string }

/** Writes down what somebody needs help with, understands the topics, and chooses whom to ask; nobody is told yet. */
export async function draftAsk(tx: Tx, { id, programme, text }: DraftAsk): Promise<{ id: string }> {
  assert(tx.by, 'somebody asks')
  const enrolment = mineIn(await enrolmentsOfPerson(tx, tx.by), programme) ?? missing()
  await mustAllowAsks(tx, programme)

  const { organisation } = enrolment
  if (!(await insertAsk(tx, { id, programme, organisation, asker: tx.by, enrolment: enrolment.id }))) {
    found(await findAsk(tx, id))
    return { id }
  }
  const keys = await newKeys(tx, { kind: 'ask', id })
  await insertAskText(tx, id, keys.seal(textPlace(id, tx.by), { text }))
  const topics = understand(text)
    .filter(({ isSure }) => isSure)
    .slice(0, limits.topicsTakenMax)
    .map(({ topic }) => topic)
  await replaceTopics(tx, id, topics)
  await choosePeople(tx, { id, programme, organisation, asker: tx.by }, topics)
  return { id }
}

/** One's enrolment in a programme; as a mentee, where one is in it on both sides. */
function mineIn(enrolments: readonly Enrolment[], programme: string): Enrolment | undefined {
  const mine = enrolments.filter((one) => one.programme === programme)
  return mine.find(({ side }) => side === 'mentee') ?? mine[0]
}

async function mustAllowAsks(tx: Tx, id: string): Promise<void> {
  const programme = found(await findProgramme(tx, id))
  const { asks } = await pathwayOf(tx, id)
  if (!asks.allowed) refuse('asks.notAllowed')
  const today = dayOf(await workingWeekOf(tx, programme.organisation), tx.now)
  if (stageOn(programme, today) === 'over') refuse('asks.programmeOver', { programme: programme.name })
}
