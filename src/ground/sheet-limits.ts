/** What a sheet may hold; beyond these it is refused by name, or the row is explained. */
export const sheetLimits = {
  bytesMax: 20 * 1024 * 1024,
  rowsMax: 100_000,
  columnsMax: 200,
  cellCharsMax: 20_000,
  headerCharsMax: 200,
  unpackedBytesMax: 200 * 1024 * 1024,
} as const
