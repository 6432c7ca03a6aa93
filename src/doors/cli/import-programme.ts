import type { Config } from '#ground/config'
import { houseScope } from '#ground/db'
import type { Builders } from '#ground/house'
import type { Log } from '#ground/log'
import { Refusal } from '#ground/refusal'
import { sayRefusal, sayTo, unknownReader } from '#ground/words'
import { bringProgramme } from '#handover/bring-programme'
import { readProgrammeFile } from '#handover/programme-file'
import { rolesIn } from '#people/role-reads'
import { organisationIn } from './import-people.ts'
import { type Io, operands, option, Usage } from './terminal.ts'

const usage = 'lampline import programme FILE [--organisation NAME]'
const faultsShownMax = 20
const megabytesMax = 50

/** Brings a running programme in, whole or not at all; every fault of the file is named by its row. */
export async function importProgrammeCommand(
  args: readonly string[],
  config: Config,
  log: Log,
  io: Io,
  builders: Builders,
): Promise<number> {
  const [_programme, path, more] = operands(args)
  const strange = args.find((arg) => arg.startsWith('--') && arg !== '--organisation') ?? more
  if (path === undefined || strange !== undefined) throw new Usage(`Write: ${usage}`)
  const bytes = await io.readFile(path).catch((error: Error) => {
    throw new Usage(`${path} cannot be read: ${error.message}`)
  })
  if (bytes.length > megabytesMax * 2 ** 20) throw new Usage(`${path} is larger than ${megabytesMax} MB.`)
  const read = readProgrammeFile(new TextDecoder().decode(bytes))
  if ('faults' in read) {
    for (const { row, says } of read.faults.slice(0, faultsShownMax)) io.err(`${row}: ${says}`)
    io.err(`${read.faults.length} faults; nothing was brought in.`)
    return 1
  }
  const house = await builders.openHouse(config, log, { beside: true })
  try {
    const organisation = await house.database.read(houseScope, (db) => organisationIn(db, option(args, 'organisation')))
    const roles = await house.database.read(houseScope, (db) => rolesIn(db, organisation))
    const administrator = roles.find(({ role }) => role === 'administrator')?.person
    if (administrator === undefined) throw new Usage('The organisation has no administrator yet; open the house first.')
    const brought = await house.database.write(houseScope, (tx) => bringProgramme(tx, { organisation, administrator, file: read.file }))
    io.out(
      `${brought.coaches} coaches, ${brought.businesses} businesses, ${brought.meetings} meetings, ${brought.confirmed} of them confirmed.`,
    )
    io.out(`/programmes/${brought.programme}`)
    io.out(`/banks/${brought.bank}`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(`${sayRefusal(sayTo(unknownReader), error)} Nothing was brought in.`)
    return 1
  } finally {
    await house.close()
  }
}
