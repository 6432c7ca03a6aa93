import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { askedSoFar, drafted, givenDraft, lettersOf, sent } from './asks.testing.ts'
import { sendAsk } from './send-ask.ts'
import { takeBackAsk } from './take-back-ask.ts'

const house = await testHouse()

test('Sent, the first is asked and nobody else; sent twice is once.', async () => {
  const given = await givenDraft(house, 3)
  await sent(house, given)
  await sent(house, given)
  assert.deepEqual(await askedSoFar(house, given.id), { asked: [given.mentors[0]?.id], now: given.mentors[0]?.id })
  assert.deepEqual(
    (await lettersOf(house, given.id)).map(({ kind, to }) => [kind, to]),
    [['ask.asked', given.mentors[0]?.id]],
  )
  assert.equal((await house.news('ask.sent')).length, 1)
})

test('The letter names the topic and the asker, and not a word of what was written.', async () => {
  const given = await givenDraft(house, 1)
  await sent(house, given)
  const [letter] = await lettersOf(house, given.id)
  assert.match(letter?.text ?? '', /Zahra.*public speaking/s)
  assert.match(letter?.text ?? '', /Wednesday 25 November 2026, 19:29/)
  assert.doesNotMatch(letter?.text ?? '', /donors/)
})

test('One open ask at a time: another is refused until the first is over, and of many sent at once one goes out.', async () => {
  const given = await givenDraft(house, 2)
  const ids = [given.id]
  for (let nth = 0; nth < 5; nth += 1) ids.push(await drafted(house, given.asker.scope, given.programme.id))
  const send = (ask: string) => house.writeAs(given.asker.scope, (tx) => sendAsk(tx, { ask }))
  const tries = await Promise.allSettled(ids.map(send))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.reason, 'asks.openAtOnce')
  const open = ids[tries.findIndex(({ status }) => status === 'fulfilled')] ?? ''
  await house.writeAs(given.asker.scope, (tx) => takeBackAsk(tx, { ask: open }))
  await send(ids.find((id) => id !== open) ?? '')
})

test('Without a topic nothing is sent; what is over is not sent; another’s is not there.', async () => {
  const given = await givenDraft(house, 1)
  const send = (ask: string, scope = given.asker.scope) => house.writeAs(scope, (tx) => sendAsk(tx, { ask }))
  assert.equal(await refusedWith(send(await drafted(house, given.asker.scope, given.programme.id, 'xyzzy'))), 'asks.noTopic')
  await assert.rejects(send(given.id, given.mentors[0]?.scope), Missing)
  await house.writeAs(given.asker.scope, (tx) => takeBackAsk(tx, { ask: given.id }))
  assert.equal(await refusedWith(send(given.id)), 'asks.over')
})
