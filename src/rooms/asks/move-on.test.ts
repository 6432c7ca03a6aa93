import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenSide, withdrawn } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { askedSoFar, drafted, givenDraft, givenSent, saidNo, sent, stateOfAsk } from './asks.testing.ts'
import { moveOn } from './move-on.ts'

const house = await testHouse()

test('A no goes to the second, then to the third, then it is over.', async () => {
  const { id, mentors } = await givenSent(house, 3)
  const [a, b, c] = mentors
  assert.ok(a && b && c)
  await saidNo(house, id, a)
  assert.equal((await askedSoFar(house, id)).now, b.id)
  await saidNo(house, id, b)
  await saidNo(house, id, c)
  assert.deepEqual(await askedSoFar(house, id), { asked: [a.id, b.id, c.id], now: undefined })
  assert.equal(await stateOfAsk(house, id), 'nobody')
})

test('While somebody is being asked, nobody else is; the news heard twice asks once.', async () => {
  const { id } = await givenSent(house, 2)
  await Promise.all([1, 2, 3].map(() => house.write((tx) => moveOn(tx, { subject: id }))))
  assert.equal((await askedSoFar(house, id)).asked.length, 1)
})

test('Who left since, and whom two others ask, is passed over.', async () => {
  const given = await givenDraft(house, 3)
  const [left, busy, free] = given.mentors
  assert.ok(left && busy && free)
  await withdrawn(house, left)
  for (let others = 0; others < 2; others += 1) {
    const asker = await givenSide(house, given.programme, 'mentee', { languages: ['en'] })
    const id = await drafted(house, asker.scope, given.programme.id)
    await house.writeAs(asker.scope, async (tx) => {
      await tx.deleteFrom('askPeople').where('ask', '=', id).execute()
      const row = { ask: id, nth: 1, person: busy.id, enrolment: busy.enrolment, asker: asker.id }
      await tx.insertInto('askPeople').values(row).execute()
    })
    await sent(house, { id, asker })
  }
  await sent(house, given)
  assert.equal((await askedSoFar(house, given.id)).now, free.id)
})

test('The database holds that one is asked at a time, and nobody by more than two, whoever writes.', async () => {
  const { id, asker, mentors } = await givenSent(house, 2)
  const second = mentors[1]
  assert.ok(second)
  const turn = { ask: id, nth: 2, person: second.id, enrolment: second.enrolment, asker: asker.id }
  const write = house.write((tx) =>
    tx
      .insertInto('askTurns')
      .values({ ...turn, at: tx.now, until: tx.now.add({ hours: 9 }) })
      .execute(),
  )
  await assert.rejects(write, { constraint: 'ask_one_at_a_time' })
})
