import type pg from 'pg'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Log } from './log.ts'
import type { Connection } from './pool.ts'
import type { Queue } from './queue.ts'

/** All that a door needs. Built once, from the settings, by src/house.ts. */
export type House = {
  config: Config
  log: Log
  database: Database
  queue: Queue
  now(): Temporal.Instant
  newId(): string
  newSecret(): string
  close(): Promise<void>
}

/** The database server: its owner's way in, for migrating, backing up and proving; and the application role's. */
export type Ground = { owner: pg.Pool; app: Connection; migrationsFolder: string; close(): Promise<void> }

/** `beside`: use the server of a Lampline that already runs on the folder. */
export type GroundOptions = { migrated: boolean; beside?: boolean }

/** How the command line opens what it needs; handed over by src/main.ts. */
export type Builders = {
  openHouse(config: Config, log: Log, options?: { beside?: boolean }): Promise<House>
  openGround(config: Config, log: Log, options: GroundOptions): Promise<Ground>
}
