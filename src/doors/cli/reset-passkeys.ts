import type { Config } from '#ground/config'
import { houseScope } from '#ground/db'
import type { Builders, House } from '#ground/house'
import type { Log } from '#ground/log'
import { liftPasskeys } from '#passkeys/lift-passkeys'
import { peopleByCode } from '#people/people-reads'
import { type Io, operands, option, Usage } from './terminal.ts'

const usage = 'lampline reset-passkeys CODE [--organisation NAME]'

/** Lifts the passkeys of somebody whom no administrator can help: the only one there is. 0 when it is done, 1 when nobody is meant. */
export async function resetPasskeysCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const [code, more] = operands(args)
  if (code === undefined || more !== undefined) throw new Usage(`Say whose passkeys, by their person code: ${usage}`)
  const house = await builders.openHouse(config, log, { beside: true })
  try {
    return await reset(house, code, option(args, 'organisation'), io)
  } finally {
    await house.close()
  }
}

async function reset({ database }: House, code: string, organisation: string | undefined, io: Io): Promise<number> {
  const all = await database.read(houseScope, (db) => peopleByCode(db, code))
  const [person, ...others] = all.filter((one) => organisation === undefined || one.organisation === organisation)
  if (person === undefined || others.length > 0) {
    io.err(person ? `${code} is a code in several organisations. Add --organisation NAME.` : `Nobody has the person code ${code}.`)
    return 1
  }
  await database.write(houseScope, (tx) => liftPasskeys(tx, { person: person.id }))
  io.out(`${person.name} has no passkeys and no recovery codes any more, and begins again by letter.`)
  return 0
}
