import { type Config, ConfigError, readConfig, settings } from '#ground/config'
import type { Builders } from '#ground/house'
import { type Log, openLog } from '#ground/log'
import { backupCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { importCommand } from './import-people.ts'
import { importProgrammeCommand } from './import-programme.ts'
import { matchCommand } from './match.ts'
import { resetPasskeysCommand } from './reset-passkeys.ts'
import { restoreCommand } from './restore.ts'
import { rotateKeysCommand } from './rotate-keys.ts'
import { type Street, serveCommand } from './serve.ts'
import { takeMailCommand } from './take-mail.ts'
import { type Env, type Io, realIo, Usage } from './terminal.ts'
import { verifyJournalCommand } from './verify-journal.ts'

const help = `Lampline runs mentoring and coaching programmes, step by step.

  lampline serve                                  start the house: database, pages, letters
  lampline match --mentors M.csv --mentees N.csv --out pairs.csv|.xlsx [--rules FILE]
                                                  the best pairs from two sheets; needs no server
                 [--floor highest|none|N]         no pair below N points; else the worst pair as good as can be
                 [--stable]                       nobody would rather swap, though more may be left over
                 [--even]                         lift weak pairs, for a smaller total
                 [--pins FILE]                    a sheet of mentee, mentor and kind: together or apart
                 [--keep FILE [--keep-points N]]  an earlier --out: keep its pairs where each costs at most N points (0)
                 [--prove]                        print the certificate that nothing better can be had
  lampline import FILE [--organisation NAME]      bring people in from CSV or XLSX
                  [--side mentor|mentee|both]     where no column of the sheet says it
                  [--refused FILE.csv|.xlsx]      write the rows that need you, with the reason
  lampline import programme FILE [--organisation NAME]
                                                  a running programme, whole or not at all: coaches, businesses, bank, meetings
  lampline take-mail                              take one letter from standard input: an answer to an invitation
  lampline backup FILE                            everything, from one moment, while the house runs
  lampline restore FILE                           into an empty house
  lampline reset-passkeys CODE [--organisation NAME]
                                                  for who has lost passkeys and codes, and no administrator can lift them
  lampline check                                  prove every rule on the live database
  lampline verify-journal FILE [--head HASH]      prove a bank's journal from its file alone, with no database
  lampline rotate-keys [--forget]                 a new key for what is confidential, while the house runs
  lampline --help                                 this page

Settings, from the environment or as --name value (--port 8080, --data /srv/lampline):
${Object.entries(settings)
  .map(([name, about]) => `  ${name.padEnd(22)}${about}`)
  .join('\n')}
`

type Command = (args: readonly string[], io: Io, env: Env, builders: Builders, street: Street) => Promise<number>

const commands: Record<string, Command> = {
  serve: (_args, io, env, builders, street) => {
    const config = readConfig(env)
    return serveCommand(config, openLog(config.log), io, builders, street)
  },
  match: (args, io) => matchCommand(args, io),
  import: (args, io, env, builders, street) =>
    atTerminal(args[0] === 'programme' ? importProgrammeCommand : importCommand)(args, io, env, builders, street),
  backup: atTerminal(backupCommand),
  restore: atTerminal(restoreCommand),
  check: atTerminal(checkCommand),
  'verify-journal': (args, io) => verifyJournalCommand(args, io),
  'rotate-keys': atTerminal(rotateKeysCommand),
  'reset-passkeys': atTerminal(resetPasskeysCommand),
  'take-mail': atTerminal(takeMailCommand),
}

export type TerminalCommand = (args: readonly string[], config: Config, log: Log, io: Io, builders: Builders) => Promise<number>

/** A command at a terminal says its own sentences; the log speaks only when something is wrong. */
const quiet = (level: Config['log']): Config['log'] => (level === 'info' ? 'warn' : level)

function atTerminal(command: TerminalCommand): Command {
  return (args, io, env, builders) => {
    const config = readConfig(env)
    return command(args, config, openLog(quiet(config.log)), io, builders)
  }
}

/** `--port 8080` is PORT=8080, `--data DIR` is LAMPLINE_DATA=DIR; the rest is the command's own. */
export function splitSettings(args: readonly string[], env: Env): { args: string[]; env: Env } {
  const rest: string[] = []
  const merged: Record<string, string | undefined> = { ...env }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const name = arg.startsWith('--') ? settingNamed(arg.slice(2)) : null
    const value = args[at + 1]
    if (name === null) rest.push(arg)
    else {
      if (value === undefined) throw new Usage(`${arg} needs a value after it.`)
      merged[name] = value
      at += 1
    }
  }
  return { args: rest, env: merged }
}

function settingNamed(name: string): string | null {
  const upper = name.toUpperCase().replaceAll('-', '_')
  return [upper, `LAMPLINE_${upper}`].find((key) => key in settings) ?? null
}

/** Runs one command and answers its exit code: 0 done, 1 not done, 2 the command line could not be read. */
export async function main(
  argv: readonly string[],
  environment: Env,
  builders: Builders,
  street: Street,
  io: Io = realIo,
): Promise<number> {
  try {
    const { args, env } = splitSettings(argv, environment)
    const [name = '--help', ...rest] = args
    if (name === '--help' || name === 'help' || rest.includes('--help')) {
      io.out(help)
      return 0
    }
    const command = commands[name]
    if (!command) throw new Usage(`There is no command "${name}".`)
    return await command(rest, io, env, builders, street)
  } catch (error) {
    if (error instanceof Usage || error instanceof ConfigError) {
      io.err(`${error.message}\nSee: lampline --help`)
      return 2
    }
    io.err(environment.LAMPLINE_LOG === 'debug' ? String((error as Error).stack) : (error as Error).message)
    return 1
  }
}
