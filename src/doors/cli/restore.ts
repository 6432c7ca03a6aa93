import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import type { Log } from '#ground/log'
import { restore } from '#ground/restore'
import { type Io, operands, Usage } from './terminal.ts'

export async function restoreCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const [path] = operands(args)
  if (path === undefined) throw new Usage('Say from where: lampline restore FILE')
  const ground = await builders.openGround(config, log, { migrated: false })
  try {
    const { rows } = await restore({ pool: ground.owner, path, migrationsFolder: ground.migrationsFolder })
    const count = Object.values(rows).reduce((sum, n) => sum + n, 0)
    const back = `${count} rows of ${Object.keys(rows).length} tables are back in ${config.data}.`
    io.out(`${back} Its key file belongs at ${config.keysFile}. Then start with: lampline serve`)
    return 0
  } finally {
    await ground.close()
  }
}
