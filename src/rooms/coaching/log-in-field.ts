import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { fieldMark } from './field-mark.ts'
import type { LogCoaching } from './log-coaching.ts'
import { logWithCode } from './log-with-code.ts'
import { findCoaching } from './reads.ts'
import type { Outcome } from './strip.ts'

export type LogInField = Omit<LogCoaching, 'minutes' | 'mode' | 'place'> & {
  [Told in 'minutes' | 'mode' | 'place']: LogCoaching[Told] | null
} & {
  code: string | null
  /** Whose page it was written on: a telephone may have been signed in as somebody else meanwhile. */
  of: string
}

/** A log off the page that works without signal: what was left as it was booked is taken from the booking; the rest is any log's. */
export async function logInField(tx: Tx, { of, ...asked }: LogInField): Promise<{ meeting: string; code: Outcome | null }> {
  if (of !== fieldMark(tx.by ?? missing())) refuse('coaching.otherPerson')
  const { minutes, mode, place } = found(await findCoaching(tx, asked.meeting))
  return logWithCode(tx, { ...asked, minutes: asked.minutes ?? minutes, mode: asked.mode ?? mode, place: asked.place ?? place })
}
