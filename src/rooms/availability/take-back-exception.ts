import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { exceptionById, exceptionsOf } from './hours-reads.ts'
import { endException } from './hours-writes.ts'
import { ownDay } from './own-day.ts'

/** One's own week holds again. What is over cannot be taken back: refuses `availability.dayPast`. */
export async function takeBackException(tx: Tx, { exception }: { exception: string }): Promise<void> {
  const { person, organisation, today } = await ownDay(tx)
  const { to } = found(await exceptionById(tx, exception))
  if (Temporal.PlainDate.compare(to, today) < 0) refuse('availability.dayPast')
  if (!(await exceptionsOf(tx, person, today)).some(({ id }) => id === exception)) return

  await endException(tx, exception)
  await tx.note('hours-exception.taken-back', exception, { organisation })
}
