import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayFull } from '#availability/say-full'
import { testHouse } from '#testing/house'
import { drafted, givenDraft, givenSent, saidNo, stateOfAsk } from './asks.testing.ts'
import { fullAmong } from './full.ts'
import { peopleToAsk } from './reads.ts'
import { timesFor } from './times.ts'

const house = await testHouse()
const untilDay = Temporal.PlainDate.from('2026-12-20')

test('Who has said that they are full is not chosen, and is passed over when their turn comes.', async () => {
  const given = await givenDraft(house, 2)
  const [first, second] = given.mentors
  assert.ok(first && second)
  await house.writeAs(first.scope, (tx) => sayFull(tx, { id: tx.newId(), until: untilDay }))
  assert.deepEqual([...(await house.database.read(given.asker.scope, (db) => fullAmong(db, [first.id, second.id])))], [first.id])
  const id = await drafted(house, given.asker.scope, given.programme.id)
  assert.deepEqual(
    (await house.read((db) => peopleToAsk(db, id))).map(({ person }) => person),
    [second.id],
  )
  const sentOne = await givenSent(house, 2)
  const [asked, next] = sentOne.mentors
  assert.ok(asked && next)
  await house.writeAs(next.scope, (tx) => sayFull(tx, { id: tx.newId(), until: untilDay }))
  await saidNo(house, sentOne.id, asked)
  assert.equal(await stateOfAsk(house, sentOne.id), 'nobody')
})

test('The asker and who could be asked both see three times that suit both.', async () => {
  const { asker, mentors } = await givenDraft(house, 1)
  const [mentor] = mentors
  assert.ok(mentor)
  for (const { scope } of [asker, mentor]) {
    const times: Temporal.Instant[] = await house.database.read(scope, (db) => timesFor(db, [asker.id, mentor.id], 45))
    assert.equal(times.length, 3)
    assert.ok(times.every((at) => Temporal.Instant.compare(at, house.now()) > 0))
  }
})
