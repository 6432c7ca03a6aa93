import type { Db, Tx } from './db.ts'
import { newsById } from './diary.ts'
import type { Heed } from './jobs.ts'

const daysBackMax = 30
const newsMax = 10_000

/**
 * Runs what heeds a piece of news, and marks it heeded in the same transaction, so that a job run twice does nothing twice.
 * Answers the letter to send, when the news is that a letter was written: sending cannot be part of a transaction.
 */
export async function heedOnce(tx: Tx, newsId: bigint, heedsOf: (kind: string) => readonly Heed[]): Promise<string | null> {
  const news = await newsById(tx, newsId)
  if (news.kind === 'mail.written') return news.subject
  const marked = await tx
    .insertInto('heedings')
    .values({ news: newsId, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (marked.numInsertedOrUpdatedRows === 0n) return null
  for (const heed of heedsOf(news.kind)) await heed.verb(tx, news)
  return null
}

/** News that nobody heeded yet: what a crash, or a backup put back, left behind. The oldest first. */
export async function unheededNews(db: Db, kinds: readonly string[]): Promise<bigint[]> {
  const rows = await db
    .selectFrom('diary')
    .select('diary.id')
    .where('kind', 'in', kinds)
    .where('at', '>', db.now.subtract({ hours: 24 * daysBackMax }))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('heedings').select('news').whereRef('news', '=', 'diary.id'))))
    .where((eb) =>
      eb.or([
        eb('kind', '<>', 'mail.written'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('mailAttempts')
              .innerJoin('mailOutcomes', 'mailOutcomes.attempt', 'mailAttempts.id')
              .select('mail')
              .whereRef('mail', '=', 'diary.subject'),
          ),
        ),
      ]),
    )
    .orderBy('diary.id')
    .limit(newsMax)
    .execute()
  return rows.map((row) => BigInt(row.id))
}
