import type pg from 'pg'
import type { Config } from './config.ts'
import { makeKeysFile, readKeys, warnOfOpenKeys } from './key-file.ts'
import { KeyTrouble } from './key-ring.ts'
import type { Log } from './log.ts'

/**
 * Looks, before the house opens, whether the keys that it holds are those that its database was sealed with. Makes the first key where
 * nothing is sealed yet. Throws `KeyTrouble`, with what to do: nothing is lost by a start that is refused.
 */
export async function checkKeys(owner: pg.Pool, config: Config, log: Log): Promise<void> {
  const { rows } = await owner.query<{ wrapping: string; keys: string }>(
    'select wrapping, count(*) as keys from content_keys group by wrapping order by wrapping',
  )
  if (rows.length === 0 && makeKeysFile(config)) {
    log.info(`Keys were made in ${config.keysFile}. Keep a copy apart from the backups: without it nothing sealed is read again.`)
  }
  const there = new Set(readKeys(config).map(({ id }) => id))
  const missing = rows.find(({ wrapping }) => !there.has(wrapping))
  if (missing) {
    const where = config.keysCommand === null ? config.keysFile : 'LAMPLINE_KEYS_COMMAND'
    throw new KeyTrouble(
      `These are not the keys of this database: ${missing.keys} of its keys need the key ${missing.wrapping}, which ${where} does not ` +
        'have. Put back the copy that has it. Nothing was changed.',
    )
  }
  warnOfOpenKeys(config, log)
}
