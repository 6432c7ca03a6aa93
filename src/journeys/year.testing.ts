import { sendMail } from '#doors/worker/send-mail'
import { houseScope } from '#ground/db'
import { heedOnce, unheededNews } from '#ground/heedings'
import type { Mailer } from '#ground/mailer'
import { jobs } from '#street'
import { drawsFrom } from '#testing/draws'
import type { TestHouse } from '#testing/house'

/** Chance that is the same every time: a number from 0 up to 1. */
export function chanceFrom(seed: number): () => number {
  const draw = drawsFrom(seed)
  return () => draw() / 2 ** 32
}

const heedsOf = (kind: string) => jobs.flatMap((job) => (job.does === 'heed' && job.news === kind ? [job] : []))
const kinds = ['mail.written', ...jobs.flatMap((job) => (job.does === 'heed' ? [job.news] : []))]
const rounds = 40

/** The worker on a clock of the test's own: heeds all news there is, sends what was written, and sweeps once. */
export function workerOf(house: TestHouse) {
  const sent: string[] = []
  const mailer: Mailer = {
    send: async ({ messageId }) => {
      sent.push(messageId)
      return { outcome: 'sent', detail: null }
    },
  }
  const heed = async () => {
    for (let round = 0; round < rounds; round += 1) {
      const news = await house.database.read(houseScope, (db) => unheededNews(db, kinds))
      if (news.length === 0) return
      for (const id of news) {
        const mail = await house.write((tx) => heedOnce(tx, id, heedsOf))
        if (mail !== null) await sendMail(house.database, mailer, mail)
      }
    }
    throw new Error('the news does not end')
  }
  const sweep = async () => {
    for (const job of jobs) if (job.does === 'sweep') await house.write(job.verb)
    await heed()
  }
  return { sent, heed, sweep }
}

const topics = ['public speaking', 'negotiation', 'budgeting', 'delegating', 'writing', 'networking']

/** A sheet of so many people, each with something to offer or to learn, and hours on some days. */
export function sheetOf(prefix: string, count: number, chance: () => number): string {
  const pick = () => topics[Math.floor(chance() * topics.length)] ?? 'writing'
  const rows = Array.from({ length: count }, (_, at) => {
    const code = `${prefix}${String(at + 1).padStart(3, '0')}`
    const language = chance() < 0.3 ? 'fa-AF' : 'en'
    const level = prefix === 'M' ? 4 + Math.floor(chance() * 3) : 1 + Math.floor(chance() * 3)
    return [
      code,
      `${prefix} Person ${at + 1}`,
      `${code.toLowerCase()}@people.example`,
      `Unit ${at % 12}`,
      `P${level}`,
      'English',
      language,
      pick(),
      pick(),
    ].join(',')
  })
  return ['code,full name,email,unit,grade,languages,letter language,can help with,wants help with', ...rows].join('\n')
}
