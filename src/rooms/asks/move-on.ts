import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found } from '#ground/refusal'
import { workingWeekOf } from '#people/organisation-reads'
import { findEnrolment } from '#programmes/reads'
import { limits } from './ask.ts'
import { dueAt } from './due.ts'
import { answerDaysOf, openAsksOf } from './due-reads.ts'
import { fullAmong } from './full.ts'
import { askedLetter } from './letters.ts'
import { type Ask, findAsk, peopleToAsk, type ToAsk, turnsOf } from './reads.ts'
import { writeTo } from './write-to.ts'
import { holdAsk, insertEnd, insertTurn } from './writes.ts'

/** Asks the next, in the order sent, who is still in and free, unless somebody is being asked; with nobody left, the ask is over. */
export async function moveOn(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  await holdAsk(tx, news.subject)
  const ask = await findAsk(tx, news.subject)
  if (ask?.state !== 'asking') return
  const turns = await turnsOf(tx, ask.id)
  if (turns.some(({ isOpen }) => isOpen)) return
  const last = Math.max(0, ...turns.map(({ nth }) => nth))
  const next = await nextFree(
    tx,
    (await peopleToAsk(tx, ask.id)).filter(({ nth }) => nth > last),
  )
  if (next) return askOne(tx, ask, next)

  await insertEnd(tx, ask.id, 'nobody')
  await tx.note('ask.ended', ask.id, { organisation: ask.organisation, programme: ask.programme }, { reason: 'nobody' })
}

async function nextFree(tx: Tx, people: readonly ToAsk[]): Promise<ToAsk | undefined> {
  const full = await fullAmong(
    tx,
    people.map(({ person }) => person),
  )
  for (const one of people) {
    const isIn = (await findEnrolment(tx, one.enrolment))?.withdrawnAt === null
    if (isIn && !full.has(one.person) && (await openAsksOf(tx, one.person)) < limits.openPerMentorMax) return one
  }
  return undefined
}

async function askOne(tx: Tx, ask: Ask, { nth, person, enrolment }: ToAsk): Promise<void> {
  const { organisation } = found(await findEnrolment(tx, enrolment))
  const { until, remindAt } = dueAt(tx.now, await answerDaysOf(tx, ask.id), await workingWeekOf(tx, organisation))
  await insertTurn(tx, { ask: ask.id, nth, person, enrolment, asker: ask.asker, until, remindAt })
  await writeTo(tx, ask, person, { kind: 'ask.asked', words: askedLetter, until })
}
