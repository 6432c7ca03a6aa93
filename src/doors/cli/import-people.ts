import { basename } from 'node:path'
import type { Config } from '#ground/config'
import { type Db, houseScope } from '#ground/db'
import { fold } from '#ground/fold'
import type { Builders, House } from '#ground/house'
import type { Log } from '#ground/log'
import { Refusal } from '#ground/refusal'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { type Say, sayRefusal, sayTo, unknownReader } from '#ground/words'
import { completeImport } from '#people/complete-import'
import { countsOf, fineOf, type Judgement, takeNone } from '#people/import'
import { organisationNames } from '#people/import-reads'
import { judgeImport } from '#people/judge-import'
import { refusedSheet } from '#people/refused-sheet'
import { uploadSheet } from '#people/upload-sheet'
import { type Io, operands, option, Usage } from './terminal.ts'

const usage = 'lampline import FILE [--organisation NAME] [--side mentor|mentee|both] [--refused FILE.csv|.xlsx]'
const namesShownMax = 10

type Asked = { path: string; organisation: string | undefined; side: 'mentor' | 'mentee' | 'both' | null; refused: string | undefined }

/** Brings people in from a sheet: 0 when every row is in, 1 when some need somebody or the sheet was refused. */
export async function importCommand(args: readonly string[], config: Config, log: Log, io: Io, builders: Builders): Promise<number> {
  const asked = askedIn(args)
  const bytes = await io.readFile(asked.path).catch((error: Error) => {
    throw new Usage(`${asked.path} cannot be read: ${error.message}`)
  })
  const say = sayTo(unknownReader)
  const house = await builders.openHouse(config, log, { beside: true })
  try {
    return await bringIn(house, asked, bytes, say, io)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(sayRefusal(say, error))
    return 1
  } finally {
    await house.close()
  }
}

function askedIn(args: readonly string[]): Asked {
  const known = ['--organisation', '--side', '--refused']
  const [path, more] = operands(args)
  const strange = args.find((arg) => arg.startsWith('--') && !known.includes(arg)) ?? more
  if (strange !== undefined) throw new Usage(`import does not know "${strange}". Write: ${usage}`)
  if (path === undefined) throw new Usage(`Say which file: ${usage}`)
  const side = option(args, 'side') ?? null
  if (side !== null && side !== 'mentor' && side !== 'mentee' && side !== 'both') {
    throw new Usage(`--side is mentor, mentee or both, not "${side}".`)
  }
  const refused = option(args, 'refused')
  if (refused !== undefined && !/\.(csv|xlsx)$/i.test(refused)) throw new Usage(`--refused must end in .csv or .xlsx, not "${refused}".`)
  return { path, organisation: option(args, 'organisation'), side, refused }
}

async function bringIn(house: House, asked: Asked, bytes: Uint8Array, say: Say, io: Io): Promise<number> {
  const { database } = house
  const organisation = await database.read(houseScope, (db) => organisationIn(db, asked.organisation))
  const upload = { id: house.newId(), organisation, fileName: basename(asked.path), bytes, side: asked.side }
  const { id } = await database.write(houseScope, (tx) => uploadSheet(tx, upload))
  io.progress(`Reading ${upload.fileName}.`)
  const judgement = await database.read(houseScope, (db) => judgeImport(db, id))
  const counts = countsOf(judgement)
  const [fine, need] = [fineOf(counts), counts.held + counts.refused]
  io.out(say('page.import.sentence', { fine, need }))
  tellLeftOut(judgement, say, io)
  if (need > 0) await tellRefused(judgement, asked.refused, say, io)

  if (fine > 0) {
    const onRows = (done: number, of: number) => io.progress(`${say.number(done)} of ${say.number(of)} are written.`)
    const done = await database.write(houseScope, (tx) => completeImport(tx, { import: id, take: takeNone, onRows }))
    io.out(say('page.import.done-sentence', { fresh: done.fresh, changed: done.changed, same: done.same, need: done.held + done.refused }))
  }
  return need > 0 || fine === 0 ? 1 : 0
}

/** The organisation of that name, or the one there is. */
export async function organisationIn(db: Db, name: string | undefined): Promise<string> {
  const all = await organisationNames(db)
  const names = all.slice(0, namesShownMax).map((one) => `"${one.name}"`)
  const found = name === undefined ? all : all.filter((one) => fold(one.name) === fold(name))
  const [only, second] = found
  if (only !== undefined && second === undefined) return only.id
  if (all.length === 0) throw new Usage('There is no organisation yet. Open the link that "lampline serve" prints, and name it.')
  if (second === undefined) throw new Usage(`There is no organisation "${name}". There is ${names.join(', ')}.`)
  throw new Usage(`Say which organisation, with --organisation: ${names.join(', ')}.`)
}

function tellLeftOut({ headers, mapping }: Judgement, say: Say, io: Io): void {
  const left = headers.filter((_, at) => mapping[at] === null)
  if (left.length > 0) io.err(say('page.import.left-out', { count: left.length, headers: say.list(left) }))
}

/** To a file where one was named; else one line for each row. */
async function tellRefused(judgement: Judgement, path: string | undefined, say: Say, io: Io): Promise<void> {
  const { headers, rows } = refusedSheet(say, judgement)
  if (path !== undefined) {
    await io.writeFile(path, path.toLowerCase().endsWith('.xlsx') ? await writeXlsx(headers, rows) : writeCsv(headers, rows))
    io.out(`Written: ${path}`)
    return
  }
  const lines = [...judgement.refused, ...judgement.held].map(({ line }) => line).sort((a, b) => a - b)
  for (const [at, line] of lines.entries()) io.err(say('page.import.row-note', { line, note: (rows[at]?.[0] ?? '').replaceAll('\n', ' ') }))
}
