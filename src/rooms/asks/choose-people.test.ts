import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#partnerships/accept'
import { decline } from '#partnerships/decline'
import { givenProgramme, givenSide, proposed, withdrawn } from '#partnerships/pairs.testing'
import { keepApart } from '#programmes/keep-apart'
import { testHouse } from '#testing/house'
import { drafted, givenDraft, givenMentor } from './asks.testing.ts'
import { askMarks, askMentors } from './mentor-reads.ts'
import { peopleToAsk } from './reads.ts'

const house = await testHouse()

test('Of all people in the house only mentors of this programme, who are in it and offer the topic, are chosen.', async () => {
  const programme = await givenProgramme(house)
  const asker = await givenSide(house, programme, 'mentee', { languages: ['en'] })
  const fits = await givenMentor(house, programme)
  await givenMentor(house, programme, { canHelpWith: ['pricing'] })
  await givenMentor(house, programme, { capacity: 0 })
  await givenSide(house, programme, 'mentee', { canHelpWith: ['public-speaking'] })
  await givenMentor(house, await givenProgramme(house))
  await withdrawn(house, await givenMentor(house, programme))
  const id = await drafted(house, asker.scope, programme.id)
  assert.deepEqual(
    (await house.read((db) => peopleToAsk(db, id))).map(({ person }) => person),
    [fits.id],
  )
})

test('Never oneself, nor whom a must-not keeps apart, nor who once said no to the asker.', async () => {
  const programme = await givenProgramme(house)
  const asker = await givenSide(house, programme, 'mentee')
  await givenSide(house, programme, 'mentor', { person: asker })
  const [kept, refused] = [await givenMentor(house, programme), await givenMentor(house, programme)]
  await house.writeAs(programme.coordinator, (tx) =>
    keepApart(tx, { id: tx.newId(), programme: programme.id, code: asker.code, otherCode: kept.code }),
  )
  const pair = await proposed(house, programme, refused, asker)
  await house.writeAs(refused.scope, (tx) => decline(tx, { partnership: pair, side: null }))
  const fits = await givenMentor(house, programme)
  const partner = await givenMentor(house, programme)
  const live = await proposed(house, programme, partner, asker)
  for (const one of [partner, asker]) await house.writeAs(one.scope, (tx) => accept(tx, { partnership: live, side: null }))
  const id = await drafted(house, asker.scope, programme.id)
  assert.deepEqual((await house.read((db) => peopleToAsk(db, id))).map(({ person }) => person).sort(), [fits.id, partner.id].sort())
})

test('Whom choosing looks at is told to the asker alone.', async () => {
  const { id, programme, mentors } = await givenDraft(house, 2)
  const salt = 'a salt of sixteen characters'
  for (const { scope } of mentors) {
    assert.deepEqual(await house.database.read(scope, (db) => askMentors(db, id)), [])
    assert.equal((await house.database.read(scope, (db) => askMarks(db, id, salt))).size, 0)
  }
  assert.deepEqual(await house.database.read(programme.coordinator, (db) => askMentors(db, id)), [])
})
