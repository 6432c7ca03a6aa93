import type { Tx } from '#ground/db'
import { sayWeekday } from '#ground/when'
import { letter, told } from '#partnerships/letters'
import { sides } from '#partnerships/partnership'
import { findPartnership, type Partnership } from '#partnerships/reads'
import { type LetterTo, writeToSides } from '#partnerships/write-to-sides'
import { isToldOfEnding, textsEnding } from './reads.ts'
import { limits } from './retention.ts'
import { insertNotice } from './writes.ts'

/** Tells both, once, a month before what they wrote is destroyed: each can still take their own along. */
export async function tellDue(tx: Tx): Promise<void> {
  for (const { partnership, endsAt } of await textsEnding(tx, tx.now.add({ hours: 24 * limits.noticeDays }))) {
    if (Temporal.Instant.compare(endsAt, tx.now) <= 0 || (await isToldOfEnding(tx, partnership))) continue
    const pair = await findPartnership(tx, partnership)
    if (pair && (await insertNotice(tx, partnership))) await tell(tx, pair, endsAt)
  }
}

async function tell(tx: Tx, pair: Partnership, endsAt: Temporal.Instant): Promise<void> {
  const words: LetterTo['words'] = (say, facts) => {
    const date = sayWeekday(say, endsAt.toZonedDateTimeISO(say.zone).toPlainDate())
    return letter(say, facts, 'mail.texts.ending.title', [say('mail.texts.ending.body', { ...told(facts), date })], 'mail.partnership.link')
  }
  await writeToSides(
    tx,
    pair,
    sides.map((side) => ({ side, kind: 'texts.ending', words })),
  )
}
