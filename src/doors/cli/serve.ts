import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { serveWeb } from '#doors/web/serve'
import { work, workMaildir } from '#doors/worker/work'
import type { Config } from '#ground/config'
import { houseScope } from '#ground/db'
import type { Builders, House } from '#ground/house'
import type { Job } from '#ground/jobs'
import type { Log } from '#ground/log'
import { openMailer } from '#ground/mailer'
import type { Route } from '#ground/route'
import { makeFirstAdministratorLink } from '#people/first-administrator'
import type { Io } from './terminal.ts'

const keepAliveMs = 75_000
/** How long closing waits for what is being answered; a page that waits for a long task is then cut, which stops the task. */
const closeMsMax = 5_000

/** The rooms' routes and jobs, as the street lists them. */
export type Street = { routes: readonly Route[]; jobs: readonly Job[] }

export type Running = { house: House; port: number; url: string; close(): Promise<void> }

/** Opens the house and its doors: pages, letters, due work. */
export async function openDoors(config: Config, log: Log, builders: Builders, street: Street): Promise<Running> {
  const house = await builders.openHouse(config, log)
  try {
    const app = serveWeb(house, street.routes)
    const server = createServer({ keepAliveTimeout: keepAliveMs }, getRequestListener(app.fetch))
    const port = await listen(server, config)
    await work(house, street.jobs, openMailer(config, log))
    await workMaildir(house, config.mailInMaildir)
    const close = async () => {
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), closeMsMax)
      await new Promise<void>((resolve) => server.close(() => resolve()))
      clearTimeout(patience)
      await house.close()
    }
    return { house, port, url: config.url.replace(/:0$/, `:${port}`), close }
  } catch (error) {
    await house.close()
    throw error
  }
}

function listen(server: ReturnType<typeof createServer>, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(portTrouble(error, config))))
    server.listen(config.port, config.host, () => resolve((server.address() as AddressInfo).port))
  })
}

function portTrouble(error: NodeJS.ErrnoException, config: Config): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${config.port} is taken by another program. Choose another: PORT=${config.port + 1} npm start`
  if (error.code === 'EACCES') return `Port ${config.port} is not ours to open. Choose one above 1023: PORT=7070 npm start`
  return `We could not listen on ${config.host}:${config.port}: ${error.message}`
}

/** Serves until it is told to stop. */
export async function serveCommand(config: Config, log: Log, io: Io, builders: Builders, street: Street): Promise<number> {
  const running = await openDoors(config, log, builders, street)
  const token = await running.house.database.write(houseScope, makeFirstAdministratorLink)
  io.out(`\nLampline is at ${running.url}`)
  if (token !== null)
    io.out(`You are the first here. Open this link once, to become its administrator:\n\n  ${running.url}/first-administrator/${token}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  io.out('Closing.')
  await running.close()
  return 0
}
