import type { Db } from '#ground/db'
import type { Terms } from '#hours/terms'
import { type Meeting, payableMax } from './coaching.ts'

/** How long a meeting may be at the most by what was agreed before it began; null where nothing was. */
export async function longerOf(db: Db, meeting: string): Promise<number | null> {
  const row = await db
    .selectFrom('coachingLonger')
    .select('minutes')
    .where('meeting', '=', meeting)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.minutes ?? null
}

/** The most minutes of a meeting that are paid for: as planned with the bank's few more, or as was agreed in writing. */
export async function mostOf(db: Db, meeting: Pick<Meeting, 'id' | 'minutes'>, terms: Pick<Terms, 'longerMinutesMax'>): Promise<number> {
  return Math.max(payableMax(meeting.minutes, terms), (await longerOf(db, meeting.id)) ?? 0)
}
