import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { askForTalk } from './ask-for-talk.ts'
import { talksOf } from './leaving-reads.ts'
import { lettersAbout, refusedWith } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()

test('One of the two asks for ten minutes with the coordinator, once; the other side neither reads nor hears of it.', async () => {
  const { id, mentor, mentee, programme } = await givenUnderWay(house)
  for (const _twice of [1, 2]) await house.writeAs(mentee.scope, (tx) => askForTalk(tx, { partnership: id }))
  const seen = async (scope: typeof mentor.scope) => (await house.database.read(scope, (db) => talksOf(db, id))).map(({ person }) => person)
  assert.deepEqual(await seen(programme.coordinator), [mentee.id])
  assert.deepEqual(await seen(mentee.scope), [mentee.id])
  assert.deepEqual(await seen(mentor.scope), [])
  assert.equal((await house.news('talk.asked')).length, 1)
  assert.deepEqual(await lettersAbout(house, id), [])
  const stranger = await givenPerson(house, programme.organisation)
  assert.equal(await refusedWith(house.writeAs(stranger.scope, (tx) => askForTalk(tx, { partnership: id }))), 'Missing')
})
