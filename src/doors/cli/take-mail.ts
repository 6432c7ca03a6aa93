import { takeMail } from '#doors/mail/take-mail'
import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import { inboundLimits } from '#ground/inbound-mail'
import type { Log } from '#ground/log'
import { type Io, Usage } from './terminal.ts'

/** By sysexits.h: a mail server that hears it keeps the letter, and brings it again later. */
const laterCode = 75

/** Takes one letter from standard input, as a mail server pipes it: 0 where it was taken or is nothing for us. */
export async function takeMailCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  if (args.length > 0) throw new Usage('take-mail reads one letter from standard input, and takes no more words.')
  const raw = await io.readInput(inboundLimits.bytesMax)
  // Too big for an answer; said to the mail server, it would go back to its sender, who wrote nothing wrong.
  if (raw === null) return 0
  try {
    const house = await builders.openHouse(config, log, { beside: true })
    try {
      await takeMail(house, raw)
      return 0
    } finally {
      await house.close()
    }
  } catch (error) {
    io.err(`The letter is to be brought again later: ${(error as Error).message}`)
    return laterCode
  }
}
