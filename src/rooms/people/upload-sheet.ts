import type { Tx } from '#ground/db'
import { oneLine } from '#ground/fold'
import { readSheet } from '#ground/sheet'
import { importLimits } from './import.ts'
import { insertImport } from './import-writes.ts'
import { columnsOf, rememberedMapping } from './judge-import.ts'
import { keepable, packSheet } from './kept-sheet.ts'
import { mustKeepOrganisation } from './may.ts'
import type { Side } from './read-parts.ts'

export type Upload = { id: string; organisation: string; fileName: string; bytes: Uint8Array; side: Side | null }

/**
 * Keeps a sheet for its check, without columns that no programme here may have; says whether its columns need a hand first. Refuses what is
 * no sheet, as `readSheet` does.
 */
export async function uploadSheet(tx: Tx, upload: Upload): Promise<{ id: string; needsHand: boolean }> {
  mustKeepOrganisation(tx, upload.organisation)
  const fileName = tidyFileName(upload.fileName)
  const read = await readSheet(upload.bytes, fileName)
  const said = await rememberedMapping(tx, upload.organisation, read.headers)
  const { sheet, unkept } = await keepable(tx, upload.organisation, read, said)
  const bytes = unkept.length > 0 ? packSheet(sheet, fileName) : upload.bytes
  const { needsHand } = await columnsOf(tx, upload.organisation, sheet)

  const isNew = await insertImport(tx, { ...upload, fileName, bytes, unkept })
  if (isNew) await tx.note('import.uploaded', upload.id, { organisation: upload.organisation }, { rows: sheet.rows.length })
  return { id: upload.id, needsHand }
}

function tidyFileName(name: string): string {
  const own = oneLine(
    name
      .toWellFormed()
      .replace(/^.*[/\\]/s, '')
      .replace(/\p{Cc}+/gu, ' '),
  )
  return own.slice(-importLimits.fileNameCharsMax).toWellFormed() || 'sheet'
}
