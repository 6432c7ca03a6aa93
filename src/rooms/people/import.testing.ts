import { writeCsv } from '#ground/sheet-write'
import type { GivenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { completeImport } from './complete-import.ts'
import { type ImportCounts, type Take, takeNone } from './import.ts'
import { uploadSheet } from './upload-sheet.ts'

/** A sheet as a file: rows of cells, the first of them the headers. */
export function sheetOf([headers = [], ...rows]: readonly (readonly string[])[]): Uint8Array {
  return writeCsv(headers, rows)
}

/** Uploads as somebody, and gives back the import's id. */
export async function uploaded(house: TestHouse, keeper: GivenPerson, bytes: Uint8Array, side: 'mentor' | 'mentee' | null = null) {
  return house.writeAs(keeper.scope, (tx) =>
    uploadSheet(tx, { id: tx.newId(), organisation: keeper.organisation, fileName: 'people.csv', bytes, side }),
  )
}

/** Uploads a sheet and completes its import: what the coordinator does in two steps. */
export async function imported(house: TestHouse, keeper: GivenPerson, bytes: Uint8Array, take: Take = takeNone): Promise<ImportCounts> {
  const { id } = await uploaded(house, keeper, bytes)
  return house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take }))
}
