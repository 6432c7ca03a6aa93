import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { limits } from './growth.ts'
import { findStep, openNextSteps } from './reads.ts'
import { holdPair, insertStep } from './writes.ts'

export type SetStep = { id: string; partnership: string; step: string; owner: 'mentor' | 'mentee'; dueOn: Temporal.PlainDate }

/** What one of the two does next, and by when: a day that has not passed, anywhere on earth, and not one years away. */
export async function setStep(tx: Tx, { id, partnership, step: text, owner, dueOn }: SetStep): Promise<{ partnership: string }> {
  const { pair, me } = await goingOn(tx, partnership)
  const days = tx.now.toZonedDateTimeISO('UTC').toPlainDate().until(dueOn).days
  if (days < -1) refuse('growth.stepPast')
  if (days > limits.stepDaysMax) refuse('growth.stepFar', { years: 2 })
  await holdPair(tx, partnership)
  if (await findStep(tx, id)) return { partnership }
  if ((await openNextSteps(tx, partnership)).length >= limits.stepsOpenMax) refuse('growth.stepsFull', { max: limits.stepsOpenMax })

  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'next-step', item: id, author: me }, { text })
  if (!(await insertStep(tx, { id, partnership, sealed, owner: pair[owner], dueOn, by: me }))) return { partnership }
  await tx.note('next-step.set', id, placeOf(pair))
  return { partnership }
}
