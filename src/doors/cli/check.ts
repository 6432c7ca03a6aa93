import type { Config } from '#ground/config'
import type { Builders } from '#ground/house'
import { invariants } from '#ground/invariants'
import type { Log } from '#ground/log'
import { partnershipInvariants } from '#partnerships/figures'
import type { Io } from './terminal.ts'

/** Proves every rule on the live database; names the first row that breaks one. */
export async function checkCommand(_args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const ground = await builders.openGround(config, log, { migrated: false, beside: true })
  try {
    let broken = 0
    for (const { says, breaks } of [...invariants, ...partnershipInvariants]) {
      const { rows } = await ground.owner.query<{ broken: string }>(breaks)
      if (rows.length > 0) broken += 1
      io.out(
        rows.length === 0
          ? `holds   ${says}`
          : `BROKEN  ${says}: ${rows[0]?.broken}${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`,
      )
    }
    io.out(broken === 0 ? 'Every rule holds.' : `${broken} rules are broken.`)
    return broken === 0 ? 0 : 1
  } finally {
    await ground.close()
  }
}
