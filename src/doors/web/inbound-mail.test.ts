import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { ConfigError, readConfig } from '#ground/config'
import { inboundLimits } from '#ground/inbound-mail'
import { googleReply, replyLetter } from '#ground/replies.testing'
import { invited } from '#meetings/invited.testing'
import { standing } from '#meetings/meetings.testing'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { serveWeb } from './serve.ts'

const house = await testHouse()
const secret = 'a-secret-of-many-characters'
const appWith = (mailInSecret: string | null) =>
  serveWeb({ ...realHands, ...house, log: silentLog, config: { ...testConfig, mailInSecret } }, [])
const app = appWith(secret)
type Brought = { authorization?: string; type?: string; at?: typeof app }
const bring = (body: Uint8Array, { authorization = `Bearer ${secret}`, type = 'message/rfc822', at = app }: Brought = {}) =>
  at.request('/inbound-mail', { method: 'POST', body: Buffer.from(body), headers: { authorization, 'content-type': type } })

test('A letter that is brought with the secret is taken, whoever’s browser never was here; twice is once.', async () => {
  const { meeting, replied, address: from } = await invited(house)
  const letter = replyLetter(googleReply({ ...replied, partstat: 'DECLINED' }), { from })
  for (let times = 0; times < 2; times += 1) {
    const answer = await bring(letter)
    assert.deepEqual([answer.status, await answer.text()], [204, ''])
  }
  assert.equal(await standing(house, meeting), 'ask-to-move')
  assert.equal((await house.news('meeting.answered')).filter(({ subject }) => subject === meeting).length, 1)
})

test('Without the right secret there is nothing here, and nothing changes; nor where the settings name none.', async () => {
  const { meeting, replied, address: from } = await invited(house)
  const letter = replyLetter(googleReply({ ...replied, partstat: 'DECLINED' }), { from })
  for (const authorization of ['', 'Bearer', `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`, secret, `Basic ${secret}`, 'Bearer null']) {
    assert.equal((await bring(letter, { authorization })).status, 404, authorization)
  }
  for (const authorization of ['', 'Bearer null', 'Bearer '])
    assert.equal((await bring(letter, { authorization, at: appWith(null) })).status, 404)
  assert.equal((await app.request('/inbound-mail')).status, 404)
  assert.equal(await standing(house, meeting), 'planned')
})

test('What is too big, of another kind, or no letter is refused by its own number; an ordinary letter is let go.', async () => {
  assert.equal((await bring(Buffer.alloc(inboundLimits.bytesMax + 1, 'x'))).status, 413)
  assert.equal((await bring(Buffer.from('a=b'), { type: 'application/x-www-form-urlencoded' })).status, 415)
  assert.equal((await bring(new Uint8Array())).status, 422)
  assert.equal((await bring(Buffer.from('From: a@example.org\r\n\r\nHello.'), { type: 'Message/RFC822; charset=utf-8' })).status, 204)
})

test('While the database is away the letter is to be brought again.', async () => {
  const { replied, address: from } = await invited(house)
  const write = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
  const config = { ...testConfig, mailInSecret: secret }
  const away = serveWeb({ ...realHands, ...house, database: { ...house.database, write }, log: silentLog, config }, [])
  assert.equal((await bring(replyLetter(googleReply(replied), { from }), { at: away })).status, 503)
})

test('A secret that is none is refused when the house opens.', () => {
  assert.throws(() => readConfig({ MAIL_IN_SECRET: 'short' }), ConfigError)
  assert.equal(readConfig({}).mailInSecret, null)
  assert.equal(readConfig({ MAIL_IN_SECRET: secret }).mailInSecret, secret)
  assert.equal(readConfig({ MAIL_IN_MAILDIR: '/var/mail/lampline' }).mailInMaildir, '/var/mail/lampline')
})
