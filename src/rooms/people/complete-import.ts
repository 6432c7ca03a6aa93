import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { countsOf, fineOf, type ImportCounts, importLimits, type Judgement, type Take, toldOf } from './import.ts'
import { findImport } from './import-reads.ts'
import {
  addPeople,
  changePeople,
  insertBrought,
  insertCompletion,
  lockPeopleOf,
  type PersonToWrite,
  tellAttributes,
} from './import-writes.ts'
import { judgeImport } from './judge-import.ts'
import { mustKeepOrganisation } from './may.ts'
import type { PersonRow } from './person-row.ts'

export type Completing = {
  import: string
  take: Take
  /** Told after each statement how many of the fine rows are written. */
  onRows?: (done: number, of: number) => void
}

type Written = { id: string; row: PersonRow }

/** Brings in every row that is fine, once; the rest stays for the refused sheet. Refuses `import.nobody` when no row is fine. */
export async function completeImport(tx: Tx, { import: id, take, onRows = () => {} }: Completing): Promise<ImportCounts> {
  const { organisation } = found(await findImport(tx, id))
  mustKeepOrganisation(tx, organisation)
  await lockPeopleOf(tx, organisation)
  const earlier = (await findImport(tx, id))?.completion
  if (earlier) return earlier
  const judgement = await judgeImport(tx, id, take)
  const counts = countsOf(judgement)
  if (fineOf(counts) === 0) refuse('import.nobody')

  const brought = await writeRows(tx, organisation, judgement, onRows)
  await insertCompletion(tx, id, counts)
  await inChunks(brought, (chunk) =>
    insertBrought(
      tx,
      id,
      chunk.map(({ id: person, row }) => ({
        person,
        side: row.side,
        capacity: row.capacity,
        alike: row.preferredIdentity === null ? [] : ['identity'],
      })),
    ),
  )
  await tx.note('import.completed', id, { organisation }, counts)
  return counts
}

async function writeRows(
  tx: Tx,
  organisation: string,
  judgement: Judgement,
  onRows: (done: number, of: number) => void,
): Promise<Written[]> {
  const { fresh, changed, same } = judgement
  const all = fresh.length + changed.length + same.length
  let done = same.length
  const told = (count: number) => {
    done += count
    onRows(done, all)
  }
  const added = fresh.map(({ row, profile }) => ({ id: tx.newId(), row, profile: profile as PersonToWrite['profile'] }))
  await inChunks(added, async (chunk) => {
    await addPeople(tx, organisation, chunk)
    told(chunk.length)
  })
  const altered = changed.map(({ row, person, profile }) => ({ id: person.id, row, profile, before: person.profile }))
  await inChunks(altered, async (chunk) => {
    await changePeople(tx, organisation, chunk)
    told(chunk.length)
  })
  const brought = [...added, ...altered, ...same.map(({ row, person }) => ({ id: person.id, row }))]
  await inChunks(brought, (chunk) =>
    tellAttributes(
      tx,
      organisation,
      chunk.flatMap(({ id, row }) => toldOf(row.attributes).map(([attribute, value]) => ({ person: id, attribute, value }))),
    ),
  )
  return brought
}

async function inChunks<T>(rows: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += importLimits.rowsAStatementMax) await work(rows.slice(at, at + importLimits.rowsAStatementMax))
}
