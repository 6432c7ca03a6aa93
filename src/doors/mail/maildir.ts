import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inboundLimits } from '#ground/inbound-mail'
import { type MailHouse, takeMail } from './take-mail.ts'

const lettersASweepMax = 200
/** How long a letter that could not be taken is tried again, before it is kept aside. */
const hoursTried = 24

/**
 * Takes the letters in `new/` of a maildir into `cur/`, the oldest first. What is no letter, or could not be taken for a day, goes to
 * `aside/`, where somebody may look at it. One that fails holds up none behind it.
 */
export async function sweepMaildir(house: MailHouse & { now(): Temporal.Instant }, folder: string): Promise<void> {
  const letters = (await readdir(join(folder, 'new'))).toSorted().slice(0, lettersASweepMax)
  if (letters.length === 0) return
  for (const part of ['cur', 'aside']) await mkdir(join(folder, part), { recursive: true })
  const failed: unknown[] = []
  for (const name of letters) {
    const at = join(folder, 'new', name)
    try {
      const isTaken = (await isReadable(at)) && (await takeMail(house, await readFile(at))) !== null
      // The mark by which mail programs know that a letter was read.
      await rename(at, isTaken ? join(folder, 'cur', `${name.split(':')[0]}:2,S`) : join(folder, 'aside', name))
    } catch (error) {
      failed.push(error)
      if (await isOld(at, house.now())) await rename(at, join(folder, 'aside', name))
    }
  }
  if (failed.length > 0) throw failed[0]
}

/** A plain file of a letter's size; a link may lead anywhere. */
async function isReadable(at: string): Promise<boolean> {
  const file = await lstat(at)
  return file.isFile() && file.size <= inboundLimits.bytesMax
}

async function isOld(at: string, now: Temporal.Instant): Promise<boolean> {
  // A mail program may have taken it away meanwhile.
  const { mtimeMs } = await lstat(at).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
  return mtimeMs < now.subtract({ hours: hoursTried }).epochMilliseconds
}
