import { sweepMaildir } from '#doors/mail/maildir'
import type { Database } from '#ground/database'
import { houseScope } from '#ground/db'
import { heedOnce, unheededNews } from '#ground/heedings'
import type { Job, Write } from '#ground/jobs'
import type { Log } from '#ground/log'
import type { Mailer } from '#ground/mailer'
import { maildirSweep, type Queue } from '#ground/queue'
import { sendMail } from './send-mail.ts'

export type WorkHouse = { database: Database; queue: Queue; log: Log; now(): Temporal.Instant; newId(): string }

/** The worker's door: heeds each piece of news once, in a transaction of its own; sweeps by the clock, errands outside; sends letters. */
export async function work(house: WorkHouse, jobs: readonly Job[], mailer: Mailer): Promise<void> {
  const heedsOf = (kind: string) => jobs.flatMap((job) => (job.does === 'heed' && job.news === kind ? [job] : []))
  const handle = async (newsId: bigint) => {
    const mail = await house.database.write(houseScope, (tx) => heedOnce(tx, newsId, heedsOf))
    if (mail !== null) await sendMail(house.database, mailer, mail)
  }
  await house.queue.workNews(handle)
  for (const job of jobs) {
    if (job.does === 'heed') continue
    const write: Write = (verb) => house.database.write(houseScope, verb)
    await house.queue.workSweep(job.name, job.cron, () => (job.does === 'sweep' ? write(job.verb) : job.run(write)))
  }
  const kinds = ['mail.written', ...jobs.flatMap((job) => (job.does === 'heed' ? [job.news] : []))]
  const left = await house.database.read(houseScope, (db) => unheededNews(db, kinds))
  await house.queue.resend(left)
  if (left.length > 0) house.log.info({ news: left.length }, 'news of before is in line again')
}

/** Looks every minute for letters in the maildir of the settings. Where there is none it looks at nothing, as a clock once set goes on. */
export async function workMaildir(house: WorkHouse, folder: string | null): Promise<void> {
  await house.queue.workSweep(maildirSweep, '* * * * *', async () => {
    if (folder === null) return
    try {
      await sweepMaildir(house, folder)
    } catch (error) {
      house.log.error({ err: { message: (error as Error).message } }, 'a letter of the maildir is not taken yet')
      throw error
    }
  })
}
