import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { heedOnce, unheededNews } from './heedings.ts'
import type { Heed } from './jobs.ts'

const house = await testHouse()

async function givenNews(kind: string) {
  const subject = await house.write(async (tx) => {
    const id = tx.newId()
    await tx.note(kind, id, {})
    return id
  })
  const news = (await house.news(kind)).find((one) => one.subject === subject)
  assert.ok(news)
  return news
}

test('News is heeded once, however often its job runs, also at the same time.', async () => {
  const news = await givenNews('lamp.lit')
  let heeded = 0
  const heed: Heed = {
    does: 'heed',
    news: 'lamp.lit',
    verb: async () => {
      heeded += 1
    },
  }
  const run = () => house.write((tx) => heedOnce(tx, news.id, () => [heed]))
  await run()
  await Promise.all([run(), run(), run()])
  assert.equal(heeded, 1)
})

test('A heed that fails keeps nothing and is heeded again; until then the news counts as unheeded.', async () => {
  const news = await givenNews('lamp.out')
  let fails = true
  const heed: Heed = {
    does: 'heed',
    news: 'lamp.out',
    verb: async (tx, { subject }) => {
      await tx.note('lamp.mended', subject, {})
      if (fails) throw new Error('not yet')
    },
  }
  const run = () => house.write((tx) => heedOnce(tx, news.id, () => [heed]))
  const unheeded = () => house.read((db) => unheededNews(db, ['lamp.out']))
  await assert.rejects(run(), /not yet/)
  assert.deepEqual(await house.news('lamp.mended'), [])
  assert.deepEqual(await unheeded(), [news.id])
  fails = false
  await run()
  assert.equal((await house.news('lamp.mended')).length, 1)
  assert.deepEqual(await unheeded(), [])
})

test('News that a letter was written answers the letter to send, each time it is asked: sending has its own record.', async () => {
  const news = await givenNews('mail.written')
  const ask = () => house.write((tx) => heedOnce(tx, news.id, () => []))
  assert.equal(await ask(), news.subject)
  assert.equal(await ask(), news.subject)
})
