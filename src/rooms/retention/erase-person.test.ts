import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askBoth } from '#partnerships/ask-both'
import { endWithdrawn } from '#partnerships/end-withdrawn'
import { partnershipFigures } from '#partnerships/figures'
import { pairsOf } from '#partnerships/pair-reads'
import { givenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { findPartnership } from '#partnerships/reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { tellAttributes } from '#people/tell-attributes'
import { assertNowhere, assertSomewhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { erasePerson } from './erase-person.ts'
import { givenWords } from './retention.testing.ts'

const house = await testHouse()
const canaries = ['Zebulon-17', 'زبولون', 'CODE-4711', 'zebulon@canary.example', 'Quillwright', 'wish-of-zebulon', 'feed.canary.example']

test('Nothing in the database says who an erased person was, in any table.', async () => {
  const programme = await givenProgramme(house)
  const facts = {
    fullName: 'Zebulon-17 زبولون',
    code: 'CODE-4711',
    email: 'zebulon@canary.example',
    unit: 'Quillwright',
    wantsHelpWith: ['Quillwright'],
  }
  const mentee = await givenSide(house, programme, 'mentee', facts)
  const mentor = await givenSide(house, programme, 'mentor', { lineManagerCode: 'CODE-4711' })
  const id = await proposed(house, programme, mentor, mentee)
  await house.write(async (tx) => {
    await askBoth(tx, { subject: id })
    await tx.updateTable('enrolments').set({ wish: 'wish-of-zebulon' }).where('id', '=', mentee.enrolment).execute()
    const feed = { id: tx.newId(), person: mentee.id, address: 'https://feed.canary.example/x.ics', addedAt: tx.now, dueAt: tx.now }
    await house.database.write(mentee.scope, (own) => own.insertInto('busyFeeds').values(feed).execute())
  })
  await assertSomewhere(house.databaseName, canaries)

  await house.write((tx) => erasePerson(tx, { person: mentee.id, organisation: programme.organisation }))
  await house.write((tx) => erasePerson(tx, { person: mentee.id, organisation: programme.organisation }))
  await assertNowhere(house.databaseName, canaries)
})

test('Sums stay as they were: the pair counts on, with nobody behind the name.', async () => {
  const pair = await givenUnderWay(house)
  const read = await givenWords(house, pair)
  const before = await house.read((db) => pairsOf(db, pair.programme.id))
  await house.write((tx) => erasePerson(tx, { person: pair.mentee.id, organisation: pair.programme.organisation }))
  for (const { subject } of (await house.news('enrolment.withdrawn')).filter(({ programme }) => programme === pair.programme.id)) {
    await house.write((tx) => endWithdrawn(tx, { subject }))
  }
  assert.equal(await read(), null, 'what the two wrote is destroyed for both')
  const after = await house.read((db) => pairsOf(db, pair.programme.id))
  assert.deepEqual(
    after.map(({ id, mentor, mentee }) => [id, mentor, mentee]),
    before.map(({ id, mentor, mentee }) => [id, mentor, mentee]),
  )
  assert.ok((await house.read((db) => findPartnership(db, pair.id)))?.endedAt)
  assert.ok(await house.read((db) => partnershipFigures(db, pair.programme.id)))
})

test('What somebody told of themselves, and that they took something back, goes too.', async () => {
  const pair = await givenUnderWay(house)
  await house.writeAs(pair.mentee.scope, (tx) => tellAttributes(tx, { person: pair.mentee.id, told: { gender: 'Zebulon-17' } as never }))
  await house.write((tx) => erasePerson(tx, { person: pair.mentee.id, organisation: pair.programme.organisation }))
  await assertNowhere(house.databaseName, canaries)
})

test('Only the house erases.', async () => {
  const pair = await givenUnderWay(house)
  for (const scope of [pair.programme.coordinator, pair.mentor.scope]) {
    const erase = house.writeAs(scope, (tx) => erasePerson(tx, { person: pair.mentee.id, organisation: pair.programme.organisation }))
    await assert.rejects(erase)
  }
})
