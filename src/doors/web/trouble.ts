import type { Log } from '#ground/log'

/** What kept us from answering, as far as the person is concerned. */
export type Trouble = 'ours' | 'database-away' | 'disk-full'

const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08001', '08003', '53300'])
const fullCodes = new Set(['53100', 'ENOSPC', '53000'])

/** Tells a database that is away and a disk that is full, which mend themselves, from a fault of ours, which does not. */
export function troubleOf(error: unknown): Trouble {
  const code = (error as { code?: string }).code ?? ''
  if (fullCodes.has(code)) return 'disk-full'
  const message = (error as Error).message ?? ''
  if (
    awayCodes.has(code) ||
    /connection terminated|timeout exceeded when trying to connect|Connection ended|not currently accepting connections/i.test(message)
  )
    return 'database-away'
  return 'ours'
}

/** Writes a failure into the log, and says what it was for the person. */
export function logTrouble(log: Log, error: unknown): Trouble {
  const trouble = troubleOf(error)
  log.error({ err: { message: (error as Error).message, stack: (error as Error).stack }, trouble }, 'request failed')
  return trouble
}
