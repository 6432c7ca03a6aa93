import { resolve } from 'node:path'

/** Every setting there is. Read once, by the house; each may also be given as `--name value` on the command line. */
export const settings = {
  PORT: 'Where the web door listens. Default 7070.',
  HOST: 'The address it listens on. Default 127.0.0.1; 0.0.0.0 behind a proxy or in a container.',
  LAMPLINE_DATA: 'The folder of the database and all that must be backed up. Default ./data.',
  LAMPLINE_URL: 'The address that people use, for letters and links. Default http://localhost:PORT.',
  LAMPLINE_KEYS: 'The file of the keys that open what is confidential; made at first start. Default: beside the folder, DATA.keys.',
  LAMPLINE_KEYS_COMMAND: 'Instead of the file: a command that prints it, such as one that asks a vault or a key service.',
  DATABASE_URL: 'Another PostgreSQL, 15 or later, as its owner: postgres://owner:password@host/name. Default: the embedded one.',
  DATABASE_APP_PASSWORD: 'With DATABASE_URL: the password of the role lampline_app, which serves pages and owns nothing.',
  LAMPLINE_PASSKEYS:
    'Whether staff roles need a passkey: required (default on https) or offered (default on http, where browsers know none).',
  LAMPLINE_PROXY: 'Set to 1 behind your own proxy, which writes X-Forwarded-For; else everybody counts as one network.',
  LAMPLINE_SIGNON_PRIVATE: 'Set to 1 where the provider of single sign-on is in your own network, or has no TLS while you try it.',
  SMTP_URL: 'Where letters go: smtp://name:password@host:587. Without it they are kept, for the administrator to read at /outbox.',
  MAIL_FROM: 'Who letters come from. Default Lampline <lampline@localhost>.',
  MAIL_IN_SECRET: 'Lets a mail server bring letters to POST /inbound-mail with this bearer token, of 20 characters or more.',
  MAIL_IN_MAILDIR: 'A maildir whose new letters are taken every minute. A third way in: lampline take-mail, by a pipe.',
  LAMPLINE_LOG: 'How much the log says: debug, info, warn, error or silent. Default info.',
} as const

export type Config = {
  port: number
  host: string
  data: string
  url: string
  passkeys: 'required' | 'offered'
  signOnPrivate: boolean
  keysFile: string
  keysCommand: string | null
  databaseUrl: string | null
  appPassword: string | null
  proxy: boolean
  smtpUrl: string | null
  mailFrom: string
  mailInSecret: string | null
  mailInMaildir: string | null
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export class ConfigError extends Error {}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Environment → settings, or a sentence about the first that cannot be read. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const portText = env.PORT || '7070'
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT is "${portText}". Give a whole number from 0 to 65535, like 7070.`)
  }
  const log = env.LAMPLINE_LOG || 'info'
  if (!isLogLevel(log)) throw new ConfigError(`LAMPLINE_LOG is "${log}". Give one of ${logLevels.join(', ')}.`)
  const data = resolve(env.LAMPLINE_DATA || './data')
  const url = readUrl('LAMPLINE_URL', env.LAMPLINE_URL, ['http:', 'https:']) ?? `http://localhost:${port}`
  return {
    port,
    host: env.HOST || '127.0.0.1',
    data,
    url,
    signOnPrivate: env.LAMPLINE_SIGNON_PRIVATE === '1',
    passkeys: readPasskeys(env.LAMPLINE_PASSKEYS, new URL(url)),
    keysFile: resolve(env.LAMPLINE_KEYS || `${data}.keys`),
    keysCommand: env.LAMPLINE_KEYS_COMMAND || null,
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    appPassword: env.DATABASE_APP_PASSWORD || null,
    proxy: env.LAMPLINE_PROXY === '1',
    smtpUrl: readUrl('SMTP_URL', env.SMTP_URL, ['smtp:', 'smtps:']),
    mailFrom: env.MAIL_FROM || 'Lampline <lampline@localhost>',
    mailInSecret: readSecret('MAIL_IN_SECRET', env.MAIL_IN_SECRET),
    mailInMaildir: env.MAIL_IN_MAILDIR ? resolve(env.MAIL_IN_MAILDIR) : null,
    log,
  }
}

const secretCharsMin = 20

function readSecret(name: string, text: string | undefined): string | null {
  if (!text) return null
  if (text.length < secretCharsMin) throw new ConfigError(`${name} is too short to be a secret. Give ${secretCharsMin} characters or more.`)
  return text
}

/** Where browsers know no passkeys, requiring them would lock everybody out. */
function readPasskeys(text: string | undefined, url: URL): Config['passkeys'] {
  const isSecure = url.protocol === 'https:' || /^(localhost|.*\.localhost)$/.test(url.hostname)
  if (!text) return url.protocol === 'https:' ? 'required' : 'offered'
  if (text !== 'required' && text !== 'offered') throw new ConfigError(`LAMPLINE_PASSKEYS is "${text}". Give required or offered.`)
  if (text === 'required' && !isSecure)
    throw new ConfigError('LAMPLINE_PASSKEYS is required, but browsers know passkeys only on https. Give LAMPLINE_URL an https address.')
  return text
}

function isLogLevel(text: string): text is Config['log'] {
  return (logLevels as readonly string[]).includes(text)
}

function readUrl(name: string, text: string | undefined, protocols: readonly string[]): string | null {
  if (!text) return null
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} could not be read. Write it like ${protocols[0]}//….`)
  }
  return text.replace(/\/+$/, '')
}
