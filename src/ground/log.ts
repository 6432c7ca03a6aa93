import { type DestinationStream, pino } from 'pino'
import type { Config } from './config.ts'

/** Lines about the house: never a name, an address, a text that somebody wrote, nor a link's secret. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>

export function openLog(level: Config['log'], to: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, to)
}
