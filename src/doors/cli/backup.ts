import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { backup } from '#ground/backup'
import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import type { Log } from '#ground/log'
import { type Io, operands, Usage } from './terminal.ts'

/** Writes beside and moves into place, so that a file of that name is always whole. */
export async function backupCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const [path] = operands(args)
  if (path === undefined) throw new Usage('Say where to: lampline backup FILE')
  const ground = await builders.openGround(config, log, { migrated: false, beside: true })
  const draft = `${path}.part`
  try {
    const { rows, sha256 } = await backup({ pool: ground.owner, out: createWriteStream(draft, { mode: 0o600 }), madeAt: io.now() })
    await rename(draft, path)
    const count = Object.values(rows).reduce((sum, n) => sum + n, 0)
    const tables = Object.keys(rows).length
    io.out(`${count} rows of ${tables} tables are in ${path}. Keep it as safe as the data. Its last line says ${sha256.slice(0, 16)}.`)
    return 0
  } finally {
    await rm(draft, { force: true })
    await ground.close()
  }
}
