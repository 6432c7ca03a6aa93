import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import { readKeys, replaceKeysFile } from '#ground/key-file'
import { newestIn, withNewKey } from '#ground/key-ring'
import type { Log } from '#ground/log'
import { rewrapKeys, unusedKeys } from '#ground/rotate-keys'
import { type Io, operands, Usage } from './terminal.ts'

const usage = 'lampline rotate-keys [--forget]'

/**
 * Adds a new key to the key file and wraps all content keys with it, while the house serves beside it. With `--forget` the keys that
 * nothing needs any more leave the file: a backup of before then opens with an older copy of the file alone.
 */
export async function rotateKeysCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const strange = operands(args)[0] ?? args.find((arg) => arg.startsWith('--') && arg !== '--forget')
  if (strange !== undefined) throw new Usage(`rotate-keys does not know "${strange}". Write: ${usage}`)
  const ground = await builders.openGround(config, log, { migrated: false, beside: true })
  try {
    const ring = config.keysCommand === null ? withNewKey(readKeys(config)) : readKeys(config)
    if (config.keysCommand === null) replaceKeysFile(config.keysFile, ring)
    const wrapped = await rewrapKeys(ground.owner, ring)
    io.out(`${wrapped} keys are wrapped with the key ${newestIn(ring).id}.`)
    if (args.includes('--forget')) await forget()
    return 0

    async function forget(): Promise<void> {
      const unused = await unusedKeys(ground.owner, ring)
      if (config.keysCommand !== null) io.out(`Take these out of what the command prints: ${unused.join(', ') || 'none'}`)
      else
        replaceKeysFile(
          config.keysFile,
          ring.filter(({ id }) => !unused.includes(id)),
        )
      io.out(`Forgotten: ${unused.join(', ') || 'none'}. A backup made before now opens with an older copy of the key file alone.`)
    }
  } finally {
    await ground.close()
  }
}
