import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenDraft, givenSent, lettersOf, saidNo, sent, stateOfAsk } from './asks.testing.ts'
import { sayYes } from './say-yes.ts'
import { tellEnded } from './tell-ended.ts'
import { unmetNeedsOf } from './unmet-reads.ts'

const house = await testHouse()

test('A yes is told to the asker with the name and the time on their own clock, once.', async () => {
  const { id, asker, mentors } = await givenSent(house, 1)
  const [first] = mentors
  assert.ok(first)
  await house.writeAs(first.scope, (tx) => sayYes(tx, { ask: id, at: Temporal.Instant.from('2026-11-24T09:00:00Z') }))
  for (let heard = 0; heard < 2; heard += 1) await house.write((tx) => tellEnded(tx, { subject: id }))
  const letters = (await lettersOf(house, id)).filter(({ kind }) => kind !== 'ask.asked')
  assert.deepEqual(
    letters.map(({ kind, to }) => [kind, to]),
    [['ask.answered', asker.id]],
  )
  assert.match(letters[0]?.text ?? '', /Person \d+.* says yes: Tuesday 24 November 2026, 09:00/)
})

test('Nobody left: the asker and the coordinators are told the topic, not the text, and the need is kept by topic.', async () => {
  const { id, asker, programme, mentors } = await givenSent(house, 1)
  await saidNo(house, id, mentors[0] ?? asker)
  assert.equal(await stateOfAsk(house, id), 'nobody')
  const letters = (await lettersOf(house, id)).filter(({ kind }) => kind !== 'ask.asked')
  assert.deepEqual(
    letters.map(({ kind, to }) => [kind, to]),
    [
      ['ask.nobody', asker.id],
      ['ask.unmet', programme.keeper.id],
    ],
  )
  for (const { text } of letters) assert.doesNotMatch(text, /donors|Monday/)
  const needs = await house.database.read(programme.coordinator, (db) => unmetNeedsOf(db, programme.id))
  assert.deepEqual(
    needs.filter(({ topic }) => topic === 'public-speaking').map(({ asks }) => asks),
    [1],
  )
})

test('Nobody fits at all: sending tells the coordinators at once; a stranger reads no needs.', async () => {
  const given = await givenDraft(house, 0)
  await sent(house, given)
  await house.write((tx) => tellEnded(tx, { subject: given.id }))
  assert.equal(await stateOfAsk(house, given.id), 'nobody')
  assert.ok((await lettersOf(house, given.id)).some(({ kind }) => kind === 'ask.unmet'))
  const stranger = await givenPerson(house, given.programme.organisation)
  assert.deepEqual(await house.database.read(stranger.scope, (db) => unmetNeedsOf(db, given.programme.id)), [])
})
