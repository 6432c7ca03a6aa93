import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GivenProgramme, type GivenSide, givenSide, withdrawn } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { askedSoFar, drafted, givenDraft, givenSent, saidNo, sent, stateOfAsk } from './asks.testing.ts'
import { moveOn } from './move-on.ts'
import { sendAsk } from './send-ask.ts'

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

/** Somebody else's ask, of this one mentor alone. */
async function askedAlone(programme: GivenProgramme, mentor: GivenSide): Promise<{ id: string; asker: GivenSide }> {
  const asker = await givenSide(house, programme, 'mentee', { languages: ['en'] })
  const id = await drafted(house, asker.scope, programme.id)
  await house.writeAs(asker.scope, async (tx) => {
    await tx.deleteFrom('askPeople').where('ask', '=', id).execute()
    const row = { ask: id, nth: 1, person: mentor.id, enrolment: mentor.enrolment, asker: asker.id }
    await tx.insertInto('askPeople').values(row).execute()
  })
  await sent(house, { id, asker })
  return { id, asker }
}

test('Who left since, and whom two others ask, is passed over.', async () => {
  const given = await givenDraft(house, 3)
  const [left, busy, free] = given.mentors
  assert.ok(left && busy && free)
  await withdrawn(house, left)
  for (let others = 0; others < 2; others += 1) await askedAlone(given.programme, busy)
  await sent(house, given)
  assert.equal((await askedSoFar(house, given.id)).now, free.id)
})

const turnFor = (ask: string, nth: number, asker: GivenSide, { id: person, enrolment }: GivenSide) =>
  house.write((tx) =>
    tx
      .insertInto('askTurns')
      .values({ ask, nth, person, enrolment, asker: asker.id, at: tx.now, until: tx.now.add({ hours: 9 }) })
      .execute(),
  )

test('The database holds that one is asked at a time, and nobody by more than two, whoever writes.', async () => {
  const { id, asker, mentors, programme } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  await assert.rejects(turnFor(id, 2, asker, second), { constraint: 'ask_one_at_a_time' })
  await askedAlone(programme, first)
  const third = await askedAlone(programme, first)
  assert.equal(await stateOfAsk(house, third.id), 'nobody', 'the verb knows')
  const fourth = await givenSide(house, programme, 'mentee', { languages: ['en'] })
  const draft = await drafted(house, fourth.scope, programme.id)
  await house.writeAs(fourth.scope, async (tx) => {
    await tx.deleteFrom('askPeople').where('ask', '=', draft).execute()
    const row = { ask: draft, nth: 1, person: first.id, enrolment: first.enrolment, asker: fourth.id }
    await tx.insertInto('askPeople').values(row).execute()
    await sendAsk(tx, { ask: draft })
  })
  await assert.rejects(turnFor(draft, 1, fourth, first), { constraint: 'ask_person_busy' })
})
