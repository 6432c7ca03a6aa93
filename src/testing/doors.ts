import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openDoors, type Running } from '#doors/cli/serve'
import { readConfig } from '#ground/config'
import { houseScope } from '#ground/db'
import { openGround, openHouse } from '#house'
import { makeFirstAdministratorLink } from '#people/first-administrator'
import { jobs, routes } from '#street'
import { silentLog } from './house.ts'
import { onServer, urlOf } from './server.ts'

export type TestDoors = Running & {
  databaseName: string
  /** The one-time link of the first administrator, as a path. */
  firstPath: string
  /** The newest letter of a kind to an address, once it is written; waits up to ten seconds. */
  letterTo(address: string, kind: string): Promise<{ title: string; body: string }>
}

const waitMs = 100
const waitsMax = 150

/** The whole house, as `serve` opens it: pages on a port, the worker at work, a database of its own. */
export async function openTestDoors(settings: Record<string, string> = {}): Promise<TestDoors> {
  const databaseName = `d_${randomBytes(8).toString('hex')}`
  await onServer((client) => client.query(`create database ${databaseName} template template0`))
  const keysFile = join(tmpdir(), `lampline-${databaseName}.keys`)
  const config = readConfig({ LAMPLINE_KEYS: keysFile, PORT: '0', LAMPLINE_LOG: 'silent', DATABASE_URL: urlOf(databaseName), ...settings })
  const running = await openDoors(config, silentLog, { openHouse, openGround }, { jobs, routes })
  const token = await running.house.database.write(houseScope, makeFirstAdministratorLink)
  after(async () => {
    await running.close()
    rmSync(keysFile, { force: true })
    await onServer((client) => client.query(`drop database if exists ${databaseName} with (force)`))
  })
  const letterTo = async (address: string, kind: string) => {
    for (let waits = 0; waits < waitsMax; waits += 1) {
      const letter = await running.house.database.read(houseScope, (db) =>
        db
          .selectFrom('mails')
          .select(['title', 'body'])
          .where('address', '=', address)
          .where('kind', '=', kind)
          .orderBy('writtenAt', 'desc')
          .executeTakeFirst(),
      )
      if (letter) return letter
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
    throw new Error(`no ${kind} letter to ${address}`)
  }
  return { ...running, databaseName, firstPath: `/first-administrator/${token}`, letterTo }
}
