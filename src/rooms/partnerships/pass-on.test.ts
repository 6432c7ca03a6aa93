import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enrolmentsOfPerson } from '#programmes/reads'
import { testHouse } from '#testing/house'
import { givenClosing, left } from './leaving.testing.ts'
import { lampsLit } from './leaving-reads.ts'
import { refusedWith } from './pairs.testing.ts'
import { passOn } from './pass-on.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()
type Pair = Awaited<ReturnType<typeof givenUnderWay>>
const say = (pair: Pair, who: 'mentor' | 'mentee' = 'mentee') =>
  house.writeAs(pair[who].scope, (tx) => passOn(tx, { id: tx.newId(), partnership: pair.id }))

test('A mentee’s own yes makes them a mentor, once, and it is remembered who lit their lamp.', async () => {
  const pair = await givenClosing(house)
  await Promise.all([say(pair), say(pair)])
  const sides = (await house.read((db) => enrolmentsOfPerson(db, pair.mentee.id))).map(({ side }) => side).sort()
  assert.deepEqual(sides, ['mentee', 'mentor'])
  const seen = async (scope: typeof pair.mentor.scope) =>
    (await house.database.read(scope, (db) => lampsLit(db, pair.programme.id))).map(({ person, litBy }) => [person, litBy])
  for (const scope of [pair.mentor.scope, pair.mentee.scope, pair.programme.coordinator]) {
    assert.deepEqual(await seen(scope), [[pair.mentee.id, pair.mentor.id]])
  }
  assert.deepEqual(await seen((await givenUnderWay(house)).mentor.scope), [])
})

test('Before the closing there is nothing to pass on yet; a mentor is one already; and a programme that is over takes nobody.', async () => {
  const pair = await givenUnderWay(house)
  assert.equal(await refusedWith(say(pair)), 'partnerships.notClosing')
  assert.equal(await refusedWith(say(pair, 'mentor')), 'partnerships.mentorAlready')
  await left(house, pair.id, pair.mentor.scope)
  house.setNow('2027-06-02T08:00:00Z')
  assert.equal(await refusedWith(say(pair)), 'partnerships.programmeOver')
  house.setNow('2027-06-01T08:00:00Z')
  await say(pair)
})
