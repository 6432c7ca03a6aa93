import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import { only } from '#ground/db'
import type { Outcome } from './strip.ts'

type NewStrip = { id: string; organisation: string; programme: string; business: string; sealed: Buffer; by: string }

/** False where the strip is there already. */
export async function insertStrip(tx: Tx, row: NewStrip, marks: readonly string[]): Promise<boolean> {
  const added = await tx
    .insertInto('codeStrips')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return false
  const codes = marks.map((mark, at) => ({ strip: row.id, nth: at + 1, organisation: row.organisation, mark }))
  await tx.insertInto('stripCodes').values(codes).execute()
  return true
}

export async function insertStripEnd(tx: Tx, strip: string, by: string): Promise<boolean> {
  const added = await tx
    .insertInto('codeStripEnds')
    .values({ strip, by, at: tx.now })
    .onConflict((on) => on.column('strip').doNothing())
    .returning('strip')
    .executeTakeFirst()
  return added !== undefined
}

/**
 * Uses a code by its mark, or keeps the try; how it turned out, and how many wrong ones came within a day. The same `attempt` again is
 * answered as it was.
 */
export async function useMark(
  tx: Tx,
  { attempt, meeting, mark }: { attempt: string; meeting: string; mark: string },
): Promise<{ outcome: Outcome; wrong: number }> {
  const { rows } = await sql<{ outcome: Outcome; wrong: bigint }>`
    select outcome, wrong from scope.use_code(${attempt}, ${meeting}, ${mark}, ${tx.now})`.execute(tx)
  const { outcome, wrong } = only(rows)
  return { outcome, wrong: Number(wrong) }
}
