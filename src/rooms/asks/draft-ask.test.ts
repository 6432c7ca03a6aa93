import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith, withdrawn } from '#partnerships/pairs.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { aQuestion, drafted, givenDraft, givenMentor } from './asks.testing.ts'
import { draftAskForm } from './draft-ask.form.ts'
import { draftAsk } from './draft-ask.ts'
import { findAsk, peopleToAsk } from './reads.ts'

const house = await testHouse()

test('A sentence becomes a draft: its topics understood, up to three people chosen with a why, and nobody told.', async () => {
  const { id, asker, mentors } = await givenDraft(house, 4)
  const [ask, people] = await house.database.read(asker.scope, async (db) => [await findAsk(db, id), await peopleToAsk(db, id)] as const)
  assert.equal(ask?.state, 'draft')
  assert.equal(ask?.text, aQuestion)
  assert.equal(ask?.topics[0], 'public-speaking')
  assert.equal(people.length, 3)
  assert.ok(people.every(({ person }) => mentors.some((mentor) => mentor.id === person)))
  assert.equal(people[0]?.reasons[0]?.key, 'reason.ask.topics')
  const [mentor] = mentors
  assert.equal(await house.database.read(mentor?.scope ?? asker.scope, (db) => findAsk(db, id)), undefined, 'not even the first knows')
})

test('The same form twice is one draft; another’s id is not theirs to draft.', async () => {
  const { id, asker, programme } = await givenDraft(house, 1)
  const again = () => house.writeAs(asker.scope, (tx) => draftAsk(tx, { id, programme: programme.id, text: 'Something else' }))
  assert.deepEqual(await again(), { id })
  assert.equal((await house.database.read(asker.scope, (db) => findAsk(db, id)))?.text, aQuestion)
  const other = await givenMentor(house, programme)
  await assert.rejects(
    house.writeAs(other.scope, (tx) => draftAsk(tx, { id, programme: programme.id, text: 'Mine' })),
    Missing,
  )
})

test('Only who is in the programme asks there; a programme that is over, or whose pathway has no asks, refuses by name.', async () => {
  const { asker, programme } = await givenDraft(house, 1)
  const stranger = await givenPerson(house, programme.organisation)
  await assert.rejects(drafted(house, stranger.scope, programme.id), Missing)
  house.setNow('2027-06-02T08:00:00Z')
  assert.equal(await refusedWith(drafted(house, asker.scope, programme.id)), 'asks.programmeOver')
  house.setNow('2026-11-23T08:00:00Z')
  await withdrawn(house, asker)
  await assert.rejects(drafted(house, asker.scope, programme.id), Missing)
})

test('A text without a topic of ours is kept, with nobody chosen, until the asker chooses one.', async () => {
  const { asker, programme } = await givenDraft(house, 1)
  const id = await drafted(house, asker.scope, programme.id, 'xyzzy')
  const [ask, people] = await house.database.read(asker.scope, async (db) => [await findAsk(db, id), await peopleToAsk(db, id)] as const)
  assert.deepEqual([ask?.topics, people], [[], []])
})

test('Empty, or longer than 600 characters, is a slip at its field.', () => {
  const id = '019ab000-0000-7000-8000-000000000000'
  const slipsOf = (text: string) => {
    const read = draftAskForm({ id, programme: id, text })
    return 'slips' in read ? read.slips.map(({ field, key }) => [field, key]) : []
  }
  assert.deepEqual(slipsOf('  \n '), [['text', 'slip.ask.text']])
  assert.deepEqual(slipsOf('x'.repeat(601)), [['text', 'slip.too-long']])
  assert.deepEqual(slipsOf('x'.repeat(600)), [])
})
