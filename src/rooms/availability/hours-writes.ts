import type { Tx } from '#ground/db'
import type { HoursException } from './week.ts'

type ExceptionRow = HoursException & { id: string; person: string }

/** False where it is there already. */
export async function insertException(tx: Tx, { id, person, kind, from, to, fromMinutes, toMinutes }: ExceptionRow): Promise<boolean> {
  const written = await tx
    .insertInto('hoursExceptions')
    .values({ id, person, kind, fromDay: from, toDay: to, fromMinutes, toMinutes, saidAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export async function endException(tx: Tx, exception: string): Promise<void> {
  await tx
    .insertInto('hoursExceptionsTakenBack')
    .values({ exception, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False where it is there already. */
export async function insertFull(tx: Tx, id: string, person: string, untilDay: Temporal.PlainDate): Promise<boolean> {
  const written = await tx
    .insertInto('fullUntils')
    .values({ id, person, untilDay, saidAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False where it was taken back already. */
export async function endFull(tx: Tx, said: string): Promise<boolean> {
  const written = await tx
    .insertInto('fullUntilsTakenBack')
    .values({ said, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
