import type { Database } from '#ground/database'
import { houseScope } from '#ground/db'
import { readInboundMail } from '#ground/inbound-mail'
import type { Log } from '#ground/log'
import { type Taken, takeReply } from '#meetings/take-reply'

export type MailHouse = { database: Database; log: Log }

/**
 * The door that letters come in at, whichever way they were brought: what a calendar program answered is taken, all else is let go.
 * Answers what became of each reply in the letter; null where it is no letter. Nobody's name goes into the log.
 */
export async function takeMail({ database, log }: MailHouse, raw: Uint8Array): Promise<Taken[] | null> {
  const mail = await readInboundMail(raw)
  if (mail === null) {
    log.info('what came in is no letter')
    return null
  }
  const taken: Taken[] = []
  for (const reply of mail.replies) taken.push(await database.write(houseScope, (tx) => takeReply(tx, { mail, reply })))
  log.info({ replies: taken }, 'a letter came in')
  return taken
}
