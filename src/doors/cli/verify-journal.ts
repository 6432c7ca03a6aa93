import { readFile, stat } from 'node:fs/promises'
import { verifyJournal } from '#statements/verify-journal'
import { type Io, Usage } from './terminal.ts'

const megabytesMax = 500

/** Proves a journal from its file, with no database: what is whole, or the first row that is not. */
export async function verifyJournalCommand(args: readonly string[], io: Io): Promise<number> {
  const [file, option, head] = args
  if (file === undefined || args.length > 3 || (option !== undefined && (option !== '--head' || !/^[0-9a-f]{8,64}$/.test(head ?? '')))) {
    throw new Usage('lampline verify-journal FILE [--head HASH]: the file that a bank’s page gives, and a hash from any of its statements.')
  }
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Usage(`There is no file ${file}.`)
  if (found.size > megabytesMax * 2 ** 20) throw new Usage(`${file} is larger than ${megabytesMax} MB.`)
  const verdict = verifyJournal(await readFile(file, 'utf8'), head ?? null)
  io.out(verdict.isWhole ? `Whole: ${verdict.entries} entries, up to ${verdict.hash}.` : `BROKEN at ${verdict.at}: ${verdict.says}.`)
  return verdict.isWhole ? 0 : 1
}
