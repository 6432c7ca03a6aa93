import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { realHands } from '#ground/chance'
import { openDatabase } from '#ground/database'
import type { Scope, Tx } from '#ground/db'
import { withNewKey } from '#ground/key-ring'
import { kyselyOn, openPool } from '#ground/pool'
import { Refusal } from '#ground/refusal'
import { openSealer } from '#ground/sealer'
import { urlOf } from '#testing/server'
import { deposit } from './deposit.ts'
import { release } from './release.ts'
import { reserve } from './reserve.ts'
import { spend } from './spend.ts'

/*
 * A process of its own that writes to a bank: `node ledger-load.testing.js '<what it is to do>'`. It says that it is ready, waits for a
 * line, and then says of each deed that it tries it, and how it ended. A line is written whole or not at all, also where it is killed.
 */
export type Deed = { verb: 'deposit' | 'reserve' | 'spend' | 'release'; id: string; about: string }
export type Load = {
  databaseName: string
  scope: Scope
  bank: string
  funder: string
  coach: string
  /** Each a writer of its own, for whom it reserves. */
  holders: readonly string[]
  minutes: number
  /** Books once for each holder, or goes on until it is killed. */
  once: boolean
}

const day = Temporal.PlainDate.from('2026-11-23')

/** What a deed asks for follows from its id and what it is about, so that somebody else can ask for the very same again. */
export function ask(tx: Tx, { bank, funder, coach, minutes }: Load, { verb, id, about }: Deed): Promise<unknown> {
  if (verb === 'deposit') return deposit(tx, { id, bank, funder, amount: 100n, day, reference: 'load' })
  if (verb === 'reserve') return reserve(tx, { id, bank, holder: about, minutes, day, cause: `load:${id}` })
  if (verb === 'spend') return spend(tx, { id, reservation: about, minutes, day, coach })
  return release(tx, { id, reservation: about, day, reason: 'load' })
}

const say = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`)

async function write(load: Load): Promise<void> {
  const where = { connectionString: urlOf(load.databaseName, 'lampline_app'), database: load.databaseName, user: 'lampline_app' }
  const hands = { ...realHands, sealer: openSealer(() => withNewKey([])), heeded: new Set<string>(), send: async () => {} }
  const kysely = kyselyOn(openPool(where, () => {}))
  const database = openDatabase(kysely, hands)
  const done = async (deed: Deed) => {
    say('tries', deed.verb, deed.id, deed.about)
    try {
      await database.write(load.scope, (tx) => ask(tx, load, deed))
      say('done', deed.id)
    } catch (error) {
      say(error instanceof Refusal ? `refused ${deed.id} ${error.reason}` : `failed ${deed.id} ${error}`)
      if (!load.once) process.exit(1)
    }
    return deed.id
  }
  const goOn = async (holder: string) => {
    for (let turn = 0; ; turn += 1) {
      await done({ verb: 'deposit', id: realHands.newId(), about: holder })
      const about = await done({ verb: 'reserve', id: realHands.newId(), about: holder })
      await done({ verb: turn % 4 === 0 ? 'spend' : 'release', id: realHands.newId(), about })
    }
  }
  await database.read(load.scope, async () => {})
  say('ready')
  for await (const _ of createInterface({ input: process.stdin })) break
  const once = (holder: string) => done({ verb: 'reserve', id: realHands.newId(), about: holder })
  await Promise.all(load.holders.map(load.once ? once : goOn))
  await kysely.destroy()
  process.stdin.destroy()
}

export type LoadProcess = {
  pid: number
  /** Every line that it has said, whole. */
  said: string[]
  ready: Promise<void>
  ended: Promise<void>
  go(): void
}

/** Starts such a process, at the head of a process group of its own. */
export function startLoad(load: Load): LoadProcess {
  const args = ['--disable-warning=ExperimentalWarning', import.meta.filename, JSON.stringify(load)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const [said, ready, ended] = [[] as string[], Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      if (line === 'ready') ready.resolve()
      else said.push(line)
    })
    .on('close', ended.resolve)
  child.once('exit', (code) => ready.reject(new Error(`the process ended: ${code}`)))
  ready.promise.catch(() => {})
  child.stdin.on('error', () => {})
  return { pid: child.pid ?? 0, said, ready: ready.promise, ended: ended.promise, go: () => child.stdin.write('go\n') }
}

if (process.argv[1] === import.meta.filename) await write(JSON.parse(process.argv[2] ?? ''))
