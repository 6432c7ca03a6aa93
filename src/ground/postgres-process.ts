import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { programOptions } from './postgres-cluster.ts'
import { handOver, type PostgresFiles } from './postgres-files.ts'
import { answers } from './unix-socket.ts'

export const port = 5432
const pollMs = 10
const pollsBetweenNews = 1_500
// After a power cut the server first replays its journal, which may take minutes; it tells that it lives all the while.
const startMsMax = 900_000
const stopMsMax = 30_000
const linesKept = 20

/** What a server says of itself in its folder. */
type Postmaster = { pid: number; socket: string; ready: boolean }

export function postmasterOf(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whether the number is a server's, and not another process's that got it later (in a container, likely) or an unburied one's. */
function isServer(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    if (process.platform === 'linux') return /(^|\/)postgres\0-D\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    return /(^|\/)postgres -D /.test(execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }))
  } catch {
    return false
  }
}

/** A server that outlived its Lampline is stopped, so that the next runs with our settings; a stale postmaster.pid goes. */
export async function clearTheWay({ cluster, home }: PostgresFiles, log: (line: string) => void): Promise<void> {
  const left = postmasterOf(cluster)
  if (left === null) return
  if (!isServer(left.pid)) {
    if (left.socket !== '' && (await answers(join(left.socket, `.s.PGSQL.${port}`)))) {
      throw new Error(
        `A database server that cannot be seen from here, perhaps in another container, still runs on ${home}. Stop it first.`,
      )
    }
    return rmSync(join(cluster, 'postmaster.pid'), { force: true })
  }
  log('the database server of before still runs; stopping it')
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(left.pid, signal)
    for (const until = performance.now() + stopMsMax; performance.now() < until; await wait(pollMs)) if (!isServer(left.pid)) return
  }
  throw new Error(`The database server of before (process ${left.pid}) runs on ${home} and does not stop. Stop it, and start again.`)
}

/** A server of ours; `gone` comes true when it ends, however. */
export type Running = { pid: number; child: ChildProcess; gone: Promise<void> }

function serverArgs(files: PostgresFiles, path: string, forTests: boolean): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: files.socket,
    unix_socket_permissions: '0700',
    max_connections: forTests ? '400' : '80',
    shared_buffers: '64MB',
    log_min_messages: 'warning',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    timezone: 'UTC',
    ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return ['-D', path, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Starts the server and answers once it takes connections; `onSpawn` hears its number before anything can go wrong. */
export async function launch(
  files: PostgresFiles,
  { log, forTests = false }: { log: (line: string) => void; forTests?: boolean | undefined },
  onSpawn: (pid: number) => void,
): Promise<Running> {
  const { path, handle } = handOver(files.cluster, files.reachable)
  const child = spawn(join(files.programs, 'bin', 'postgres'), serverArgs(files, path, forTests), {
    ...programOptions(files),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', ...(handle === null ? [] : [handle])],
  })
  if (handle !== null) closeSync(handle)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const said = listenTo(child, log)
  if (child.pid === undefined) throw ((await once(child, 'error')) as [Error])[0]
  child.unref()
  onSpawn(child.pid)
  const running = { pid: child.pid, child, gone }
  try {
    await untilReady(files, running, said, log)
    return running
  } catch (error) {
    await shutDown(running)
    throw error
  }
}

/** Keeps the last lines; tells those that the keeper of the house must know, and none that may quote what somebody wrote. */
function listenTo(child: ChildProcess, log: (line: string) => void): string[] {
  const said: string[] = []
  if (!child.stderr) return said
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (said.length > linesKept) said.shift()
    if (/PANIC|ERROR.*(No space left|could not (write|extend|fsync))/.test(line)) log(line)
  })
  ;(child.stderr as unknown as { unref?: () => void }).unref?.()
  return said
}

async function untilReady({ cluster }: PostgresFiles, { pid, child }: Running, said: string[], log: (line: string) => void): Promise<void> {
  const until = performance.now() + startMsMax
  for (let polls = 1; performance.now() < until; polls += 1, await wait(pollMs)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      await wait(pollMs)
      throw new Error(`The database server did not start. It said: ${said.join(' ').slice(-600) || `nothing (${child.signalCode})`}`)
    }
    const server = postmasterOf(cluster)
    if (server?.pid === pid && server.ready) return
    if (polls % pollsBetweenNews === 0) log('the database server is still starting; after a power cut it reads its journal first')
  }
  throw new Error(`The database server was not ready after ${startMsMax / 60_000} minutes.`)
}

/** Asks it to stop at once, then ever more firmly. */
export async function shutDown({ child, gone }: Running): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    child.kill(signal)
    const cut = new AbortController()
    await Promise.race([gone, wait(stopMsMax, undefined, { signal: cut.signal }).catch(() => {})])
    cut.abort()
  }
}

/** Where the server of another process takes connections; waits while that one is starting. */
export async function untilJoined(cluster: string): Promise<Postmaster> {
  for (const until = performance.now() + stopMsMax * 2; performance.now() < until; await wait(pollMs * 5)) {
    const server = existsSync(cluster) ? postmasterOf(cluster) : null
    if (server?.ready && (await answers(join(server.socket, `.s.PGSQL.${port}`)))) return server
  }
  throw new Error('A Lampline runs on this folder, and its database does not answer. Look at what it says, or stop it.')
}
