import { createTransport } from 'nodemailer'
import { addressParser } from 'postal-mime'
import { organisedBy } from './calendar-file.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { htmlOf, type Letter } from './mail.ts'

/** A letter as it leaves: `body` is plain text, and its last line may be a path of this house. */
export type MailToSend = {
  messageId: string
  address: string
  language: string
  title: string
  body: string
  calendar?: Letter['calendar']
}

/**
 * How one attempt ended. `kept`: there is nowhere to send to, so it stays in the outbox. `failed`: refused for good.
 * `again`: not taken now, may be taken later. `unsure`: the connection was lost when the letter may have been taken.
 */
export type Sending = { outcome: 'sent' | 'kept' | 'failed' | 'again' | 'unsure'; detail: string | null }

export type Mailer = { send(mail: MailToSend): Promise<Sending> }

const waitMs = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 } as const
const detailCharsMax = 500

/** The way out for letters: SMTP where the settings name a server; without one they are kept, and printed when the log says all. */
export function openMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'url'>, log: Log): Mailer {
  if (config.smtpUrl === null) return keepingMailer(config.url, log)
  const smtp = { url: config.smtpUrl, disableFileAccess: true, disableUrlAccess: true, transactionLog: true, ...waitMs }
  return {
    send: async (mail) => {
      if (isReserved(mail.address)) return { outcome: 'kept', detail: null }
      let reachedData = false
      const logger = listener((line) => {
        if (line === 'DATA') reachedData = true
      })
      try {
        const { response } = await createTransport({ ...smtp, logger }).sendMail(envelopeOf(mail, config))
        return { outcome: 'sent', detail: detailOf(response) }
      } catch (error) {
        return troubleOf(error as SmtpTrouble, reachedData)
      }
    },
  }
}

/** Names that are nobody's, by RFC 2606: the sample's people live there, and no server should be asked to write to them. */
export function isReserved(address: string): boolean {
  return /[@.](example\.(com|net|org)|example|invalid|test)$/i.test(address)
}

/** Hears the commands of one conversation, and writes nothing down: the library does not say how far a lost one had come. */
function listener(hear: (line: string) => void) {
  const debug = (entry: unknown, line?: unknown) => {
    if ((entry as { tnx?: string }).tnx === 'client' && typeof line === 'string') hear(line)
  }
  const deaf = () => {}
  return { level: deaf, trace: deaf, debug, info: deaf, warn: deaf, error: deaf, fatal: deaf }
}

function keepingMailer(url: string, log: Log): Mailer {
  return {
    send: async ({ address, title, body }) => {
      log.debug({ address, title, body: withHouse(body, url) }, 'a letter is kept')
      return { outcome: 'kept', detail: null }
    },
  }
}

function envelopeOf(mail: MailToSend, { mailFrom, url }: { mailFrom: string; url: string }) {
  const { messageId, address, language, title } = mail
  const body = withHouse(mail.body, url)
  return {
    from: mailFrom,
    to: { name: '', address },
    messageId,
    subject: title,
    text: body,
    html: htmlOf({ body, title, language }),
    ...(mail.calendar ? { icalEvent: icalOf(mail.calendar, { mailFrom, url }) } : {}),
    // Written as they stand: a header that the library folds at the wrong place is unreadable to some mail programs.
    headers: {
      'Auto-Submitted': { prepared: true, value: 'auto-generated' },
      'Content-Language': { prepared: true, value: language },
    },
  }
}

/** Programs offer to answer an invitation that stands beside the words of the letter and names its method; others open the file. */
function icalOf({ method, text }: NonNullable<Letter['calendar']>, { mailFrom, url }: { mailFrom: string; url: string }) {
  const from = addressParser(mailFrom, { flatten: true }).find((one) => one.address !== '')
  const organiser = { name: from?.name ?? '', address: from?.address ?? mailFrom }
  return { method, filename: method === 'CANCEL' ? 'cancel.ics' : 'invite.ics', content: organisedBy(text, organiser, url) }
}

/** Letters are written with a path of ours as their last line; the house's address is put before it as they leave. */
export function withHouse(body: string, url: string): string {
  return body.replace(/(^|\n)(\/[^\s/]\S*)\s*$/, (_all, before: string, path: string) => `${before}${url}${path}`)
}

type SmtpTrouble = Error & { code?: string; responseCode?: number }

function troubleOf({ code, responseCode, message }: SmtpTrouble, reachedData: boolean): Sending {
  const detail = detailOf(message)
  // A password that is refused, or TLS that a server does not have, is the settings' fault, not the letter's.
  const isOfSettings = code === 'EAUTH' || code === 'ETLS'
  if (responseCode !== undefined && responseCode >= 500 && !isOfSettings) return { outcome: 'failed', detail }
  return { outcome: responseCode === undefined && reachedData ? 'unsure' : 'again', detail }
}

function detailOf(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, detailCharsMax)
}
