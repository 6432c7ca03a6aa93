import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { serverAccount } from './account.ts'
import { type Lock, Locked, lockFolder } from './lock.ts'
import { prepareCluster, superUser } from './postgres-cluster.ts'
import { clusterOf, dropOldPrograms, dropSocketFolder, type PostgresFiles, preparePostgresFiles } from './postgres-files.ts'
import { clearTheWay, launch, port, type Running, shutDown, untilJoined } from './postgres-process.ts'
import { folderTrouble } from './postgres-trouble.ts'
import { startWatchdog } from './postgres-watchdog.ts'

const pauseMs = 250
const pauseMsMax = 30_000
const steadyMs = 60_000

/** `host` is the folder of its unix socket; `pid()` is 0 while it is down. */
export type PostgresServer = { host: string; port: number; superUser: string; pid(): number; stop(): Promise<void> }
export type PostgresOptions = { folder: string; log: (line: string) => void; forTests?: boolean }

/**
 * Starts the embedded PostgreSQL in a data folder, on a unix socket, and keeps it up: killed, it is started again; if we are
 * killed, a watchdog stops it. A second Lampline on the folder is refused with the reason (`Locked`); any other error is a
 * sentence about the folder, the package or what the server said.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  try {
    mkdirSync(options.folder, { recursive: true })
    const lock = await lockFolder(options.folder)
    try {
      return await startLocked(options, lock)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw folderTrouble(error, options.folder)
  }
}

async function startLocked(options: PostgresOptions, lock: Lock): Promise<PostgresServer> {
  const files = preparePostgresFiles(options.folder, serverAccount(clusterOf(options.folder)), lock)
  try {
    prepareCluster(files, options.log)
    const server = await supervise(files, options, lock)
    dropOldPrograms(files)
    return server
  } catch (error) {
    dropSocketFolder(files)
    throw error
  }
}

/** The server of a Lampline that runs on the folder already, to use beside it; it is not ours to stop. Starts one where none runs. */
export async function joinPostgres(options: PostgresOptions): Promise<PostgresServer> {
  try {
    return await startPostgres(options)
  } catch (error) {
    if (!(error instanceof Locked)) throw error
    const { pid, socket } = await untilJoined(clusterOf(options.folder)).catch((trouble) => {
      throw folderTrouble(trouble, options.folder)
    })
    return { host: socket, port, superUser, pid: () => pid, stop: async () => {} }
  }
}

async function supervise(files: PostgresFiles, options: PostgresOptions, lock: Lock): Promise<PostgresServer> {
  const watchdog = startWatchdog()
  let stopping: Promise<void> | null = null
  let running: Running | null = null
  let deaths: number[] = []

  const bringUp = async (): Promise<void> => {
    try {
      await clearTheWay(files, options.log)
      running = await launch(files, options, watchdog.guard)
    } catch (error) {
      watchdog.guard(0)
      throw error
    }
    running.gone.then(() => {
      running = null
      watchdog.guard(0)
      if (stopping === null) coming = comeBack()
    })
  }
  const comeBack = async (): Promise<void> => {
    options.log('the database server was killed; starting it again')
    while (stopping === null && running === null) {
      const now = performance.now()
      deaths = [...deaths.filter((at) => at > now - steadyMs), now]
      await wait(pauseAfter(deaths.length), undefined, { ref: false })
      if (stopping !== null) return
      await bringUp().catch((error: Error) => options.log(`the database server did not start again, trying once more: ${error.message}`))
    }
  }
  const stopAll = async () => {
    await coming
    if (running) await shutDown(running)
    watchdog.end()
    dropSocketFolder(files)
    lock.release()
  }
  let coming = bringUp()
  try {
    await coming
  } catch (error) {
    watchdog.end()
    throw error
  }
  const stop = () => {
    stopping ??= stopAll()
    return stopping
  }
  return { host: files.socket, port, superUser, pid: () => running?.pid ?? 0, stop }
}

/** None after the first death within a minute, then ever longer, so that a server that cannot live does not eat the machine. */
function pauseAfter(deaths: number): number {
  return deaths <= 1 ? 0 : Math.min(pauseMsMax, pauseMs * 2 ** (deaths - 2))
}
