import type { Tx } from '#ground/db'
import { confirmByCode } from './confirm-by-code.ts'
import { type LogCoaching, logCoaching } from './log-coaching.ts'
import type { Outcome } from './strip.ts'

/** The coach's one form: the log, and the client's code where they gave one. A wrong code leaves the log where it is. */
export async function logWithCode(
  tx: Tx,
  { code, ...log }: LogCoaching & { code: string | null },
): Promise<{ meeting: string; code: Outcome | null }> {
  await logCoaching(tx, log)
  if (code === null) return { meeting: log.meeting, code: null }
  return confirmByCode(tx, { id: log.id, meeting: log.meeting, code })
}
