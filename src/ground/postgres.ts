import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, giveTo, serverAccount } from './account.ts'
import { Locked, lockFolder } from './lock.ts'
import { type PostgresFiles, preparePostgresFiles } from './postgres-files.ts'

const superUser = 'postgres'
const startMsMax = 60_000
const stopMsMax = 30_000
const restartsAMinuteMax = 5
const pollMs = 20

export type PostgresServer = { host: string; port: number; superUser: string; pid(): number; stop(): Promise<void> }
export type PostgresOptions = { folder: string; log: (line: string) => void; forTests?: boolean }

/**
 * Starts the embedded PostgreSQL in a data folder, on a unix socket, and keeps it up: killed, it is started again; if we are
 * killed, a watchdog stops it. A second Lampline on the folder is refused with the reason.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = serverAccount()
  mkdirSync(options.folder, { recursive: true })
  const lock = lockFolder(options.folder)
  try {
    const files = preparePostgresFiles(options.folder, account)
    if (!existsSync(join(files.cluster, 'PG_VERSION'))) makeCluster(files, account)
    return await supervise(files, account, options, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The server of a Lampline that runs on the folder already, to use beside it; it is not ours to stop. Starts one where none runs. */
export async function joinPostgres(options: PostgresOptions): Promise<PostgresServer> {
  try {
    return await startPostgres(options)
  } catch (error) {
    if (!(error instanceof Locked)) throw error
    const files = preparePostgresFiles(options.folder, serverAccount())
    const pid = await untilReady(files, null)
    return { host: files.socket, port: 5432, superUser, pid: () => pid, stop: async () => {} }
  }
}

/** Made beside and moved into place, so that a start killed half-way leaves nothing that looks like a cluster. */
function makeCluster(files: PostgresFiles, account: Account | null): void {
  const draft = `${files.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, account)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const args = ['-D', draft, '-U', superUser, '--auth=trust', '--no-instructions', ...locale]
  const made = spawnSync(join(files.bin, 'initdb'), args, { ...accountOptions(files, account), encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`The database could not be made in ${files.home}: ${(made.stderr || String(made.error)).trim()}`)
  renameSync(draft, files.cluster)
}

function accountOptions(files: PostgresFiles, account: Account | null) {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LD_LIBRARY_PATH: join(files.bin, '..', 'lib'), LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: files.home, env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

function serverArgs(files: PostgresFiles, forTests: boolean): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: files.socket,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '64MB',
    log_min_messages: 'warning',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    timezone: 'UTC',
    ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return ['-D', files.cluster, '-p', '5432', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** What postmaster.pid says: its number, and whether it takes connections. */
function postmaster(files: PostgresFiles): { pid: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(files.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return isAlive(pid) ? { pid, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid > 1
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function supervise(
  files: PostgresFiles,
  account: Account | null,
  options: PostgresOptions,
  release: () => void,
): Promise<PostgresServer> {
  let stopping = false
  let pid = 0
  let starts: number[] = []
  const watchdog = startWatchdog(files)

  const bringUp = async (): Promise<void> => {
    const left = postmaster(files)
    if (left) options.log('the database server of before still runs; joining it')
    pid = left ? await untilReady(files, null) : await launch(files, account, options)
  }
  // The server is not always our child (one may be left from before), so its going is seen by looking.
  const watch = setInterval(() => {
    if (stopping || pid === 0 || isAlive(pid)) return
    pid = 0
    starts = [...starts.filter((at) => at > performance.now() - 60_000), performance.now()]
    if (starts.length > restartsAMinuteMax) return options.log('the database server keeps stopping; see its own messages above')
    options.log('the database server was killed; starting it again')
    bringUp().catch((error: Error) => options.log(`the database server did not start again: ${error.message}`))
  }, 250)
  watch.unref()

  const stop = async (): Promise<void> => {
    stopping = true
    clearInterval(watch)
    await shutDown(pid)
    watchdog.stdin?.end()
    release()
  }
  try {
    await bringUp()
  } catch (error) {
    await stop()
    throw error
  }
  return { host: files.socket, port: 5432, superUser, pid: () => pid, stop }
}

async function launch(files: PostgresFiles, account: Account | null, options: PostgresOptions): Promise<number> {
  const args = serverArgs(files, options.forTests ?? false)
  const child = spawn(join(files.bin, 'postgres'), args, {
    ...accountOptions(files, account),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.unref()
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((part) => part.trim() !== '')) {
      said.push(line)
      if (said.length > 20) said.shift()
      if (/FATAL|PANIC|ERROR.*(disk|space|permission)/.test(line)) options.log(line)
    }
  })
  ;(child.stderr as unknown as { unref?: () => void })?.unref?.()
  return untilReady(files, { child, said })
}

async function untilReady(files: PostgresFiles, started: { child: ChildProcess; said: string[] } | null): Promise<number> {
  for (const until = performance.now() + startMsMax; performance.now() < until; await wait(pollMs)) {
    const server = postmaster(files)
    if (server?.ready && (started === null || server.pid === started.child.pid)) return server.pid
    if (started && started.child.exitCode !== null)
      throw new Error(`The database server did not start. It said: ${started.said.join(' ').slice(-600)}`)
  }
  throw new Error(`The database server was not ready after ${startMsMax / 1000} seconds.`)
}

/** Stops the server when our end of its pipe closes, however we end; it stands apart, so that Ctrl-C does not reach it. */
function startWatchdog(files: PostgresFiles): ChildProcess {
  const script = `read -r _; p=$(head -n 1 '${join(files.cluster, 'postmaster.pid')}' 2>/dev/null) && kill -INT "$p"`
  const watchdog = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref?: () => void })?.unref?.()
  return watchdog
}

async function shutDown(pid: number): Promise<void> {
  if (pid === 0 || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (const until = performance.now() + stopMsMax; performance.now() < until; await wait(pollMs)) if (!isAlive(pid)) return
  process.kill(pid, 'SIGQUIT')
}
