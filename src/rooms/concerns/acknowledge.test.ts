import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { acknowledge } from './acknowledge.ts'
import { givenOfficer, givenSafe, officerEnded, raised, telling } from './concerns.testing.ts'
import { concernToAnswer, deskOf } from './desk-reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)

test('Of two officers who take it on at once the first is kept, and both read who it was.', async () => {
  const { id } = await raised(house, null, telling(safe.organisation))
  const both = [safe.officer, safe.second]
  await Promise.all(both.map(({ scope }) => house.writeAs(scope, (tx) => acknowledge(tx, { concern: id }))))
  const [one, other] = await Promise.all(both.map(({ scope }) => house.writeAs(scope, (tx) => concernToAnswer(tx, id))))
  assert.ok(one?.acknowledgedBy)
  assert.equal(one.acknowledgedBy, other?.acknowledgedBy)
  assert.equal((await house.news('concern.acknowledged')).filter(({ subject }) => subject === id).length, 1)
})

test('An officer whose role ended in the middle does nothing more, whatever page they still have open.', async () => {
  const { id } = await raised(house, null, telling(safe.organisation))
  const leaving = await givenOfficer(house, safe.organisation)
  await house.writeAs(leaving.scope, (tx) => concernToAnswer(tx, id))
  await officerEnded(house, leaving)
  await assert.rejects(
    house.writeAs(leaving.scope, (tx) => acknowledge(tx, { concern: id })),
    Missing,
  )
})

test('On the desk what nobody has answered comes first, the soonest due before the later.', async () => {
  const later = await raised(house, null, telling(safe.organisation, { severity: 'concern' }))
  const now = await raised(house, null, telling(safe.organisation, { severity: 'immediate' }))
  const desk = await house.writeAs(safe.officer.scope, (tx) => deskOf(tx, { ended: false, page: 1 }))
  assert.equal(desk[0]?.id, now.id)
  const unanswered = desk.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  assert.equal(unanswered.at(-1)?.id, later.id)
  assert.deepEqual(desk.slice(0, unanswered.length), unanswered)
})
