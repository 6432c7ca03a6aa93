import { readFile, writeFile } from 'node:fs/promises'
import { memoryFree } from '#ground/memory-free'

export type Env = Readonly<Record<string, string | undefined>>

/** What a command may touch of the world: two streams, files, the clock, how much memory is left. */
export type Io = {
  out(text: string): void
  err(text: string): void
  /** A line that replaces itself on a terminal, and is a plain line elsewhere, at most one in ten seconds. */
  progress(text: string): void
  readFile(path: string): Promise<Uint8Array>
  /** All of standard input; null where it is longer. */
  readInput(bytesMax: number): Promise<Uint8Array | null>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  now(): Temporal.Instant
  /** Bytes that this process can still take. */
  memoryFree(): number
}

/** The command line could not be read; the sentence says what to write instead. */
export class Usage extends Error {}

const progressMs = 10_000
let lastProgress = 0

export const realIo: Io = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
    else if (performance.now() - lastProgress > progressMs) {
      lastProgress = performance.now()
      process.stderr.write(`${text}\n`)
    }
  },
  readFile: (path) => readFile(path),
  readInput: (bytesMax) => readUpTo(process.stdin, bytesMax),
  writeFile: (path, bytes) => writeFile(path, bytes),
  now: () => Temporal.Now.instant(),
  memoryFree,
}

/** The bytes of a stream; null where there are more. The rest is read all the same, or who writes them would fail. */
export async function readUpTo(stream: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream) {
    bytes += part.length
    if (bytes <= bytesMax) parts.push(part)
  }
  return bytes <= bytesMax ? Buffer.concat(parts) : null
}

/** `--out FILE` → FILE; undefined when it was not given. */
export function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`)
  if (at === -1) return undefined
  const value = args[at + 1]
  if (value === undefined || value.startsWith('--')) throw new Usage(`--${name} needs a value after it.`)
  return value
}

/** The words that are neither options nor their values. */
export function operands(args: readonly string[]): string[] {
  return args.filter((arg, at) => !arg.startsWith('--') && !(args[at - 1] ?? '').startsWith('--'))
}
