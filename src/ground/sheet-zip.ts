import { crc32, inflateRawSync } from 'node:zlib'

/** The archive is damaged, encrypted or of a kind we do not read. */
export class ZipDamaged extends Error {}
/** The archive would unpack to more than it may. */
export class ZipTooLarge extends Error {}

const signature = { directoryEnd: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const
const entriesMax = 2_000
const commentBytesMax = 65_535

/**
 * Unpacks the wanted files of a ZIP archive by its central directory. Sizes that the archive declares are not believed:
 * inflating stops at `bytesMax` for all files together. Throws ZipDamaged or ZipTooLarge.
 */
export function unzip(archive: Uint8Array, wanted: (path: string) => boolean, bytesMax: number): Map<string, Buffer> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length)
  const files = new Map<string, Buffer>()
  let left = bytesMax
  for (const entry of entriesOf(bytes)) {
    if (!wanted(entry.path)) continue
    const content = contentOf(bytes, entry, left)
    left -= content.length
    files.set(entry.path, content)
  }
  return files
}

type Entry = { path: string; method: number; encrypted: boolean; packedBytes: number; offset: number }

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end < bytes.length - 22 - commentBytesMax || end + 22 > bytes.length) throw new ZipDamaged('no directory')
  const count = bytes.readUInt16LE(end + 10)
  if (count > entriesMax) throw new ZipDamaged('too many entries')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signature.entry) throw new ZipDamaged('bad directory')
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(bytes: Buffer, entry: Entry, bytesMax: number): Buffer {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signature.local) throw new ZipDamaged('bad entry')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (entry.encrypted || start + entry.packedBytes > bytes.length) throw new ZipDamaged('unreadable entry')
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (entry.method === 0 && packed.length <= bytesMax) return packed
  if (entry.method === 0) throw new ZipTooLarge(entry.path)
  if (entry.method !== 8) throw new ZipDamaged('unknown method')
  return inflate(packed, bytesMax)
}

function inflate(packed: Buffer, bytesMax: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) })
  } catch (error) {
    if (error instanceof RangeError) throw new ZipTooLarge('inflates too far')
    throw new ZipDamaged('does not inflate')
  }
}

/** A ZIP archive that stores its files as they are. */
export function zipStored(files: Map<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    parts.push(word(signature.local), common, name, content)
    directory.push(word(signature.entry), Buffer.from([20, 0]), common, rest, name)
    offset += 30 + name.length + content.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listing, word(signature.directoryEnd), end])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
