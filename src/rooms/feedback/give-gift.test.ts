import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { givenPair, refusedWith } from '#partnerships/pairs.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { giftsOf } from './gift-reads.ts'
import { giveGift } from './give-gift.ts'

const house = await testHouse()
const newId = () => house.write(async (tx) => tx.newId())
const nothing = { helped: null, more: null, different: null }
const give = (scope: Scope, partnership: string, round: string, given: Partial<typeof nothing> | Record<string, string> = {}) =>
  house.writeAs(scope, (tx) => giveGift(tx, { partnership, round, ...nothing, ...given }))
const seenBy = (scope: Scope, partnership: string) =>
  house.database.read(scope, async (db) =>
    (await giftsOf(db, partnership)).flatMap(({ gifts }) => gifts.map(({ side, helped }) => `${side}: ${helped}`)).sort(),
  )

test('What is given is read by neither before both have given, and by nobody else ever.', async () => {
  const { id, mentor, mentee, programme } = await givenUnderWay(house)
  const round = await newId()
  await give(mentor.scope, id, round, { helped: 'You listened' })
  assert.deepEqual(await seenBy(mentor.scope, id), ['mentor: You listened'])
  assert.deepEqual(await seenBy(mentee.scope, id), [])
  await give(mentee.scope, id, round, { helped: 'You asked' })
  for (const { scope } of [mentor, mentee]) assert.deepEqual(await seenBy(scope, id), ['mentee: You asked', 'mentor: You listened'])
  assert.deepEqual(await seenBy(programme.coordinator, id), [])
  const past = await house.read((db) => db.selectFrom('gifts').selectAll().execute())
  assert.deepEqual(past, [], 'the house reads no gift either')
})

test('Who is waited for may give nothing, and then reads; who begins gives at least a line.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  const round = await newId()
  assert.equal(await refusedWith(give(mentor.scope, id, round)), 'feedback.nothingGiven')
  await give(mentor.scope, id, round, { more: 'Stories' })
  await give(mentee.scope, id, round)
  assert.deepEqual(await seenBy(mentee.scope, id), ['mentee: null', 'mentor: null'])
})

test('Both begin at once: it is one round. The same again changes nothing, and the letter says nothing of what is in it.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  await Promise.all([
    give(mentor.scope, id, await newId(), { helped: 'Pomegranate' }),
    give(mentee.scope, id, await newId(), { helped: 'Quince' }),
  ])
  const rounds = await house.database.read(mentor.scope, (db) => giftsOf(db, id))
  assert.deepEqual(
    rounds.map(({ nth, isOpen }) => [nth, isOpen]),
    [[1, true]],
  )
  await give(mentor.scope, id, rounds[0]?.id ?? '', { helped: 'Again' })
  assert.deepEqual(await seenBy(mentor.scope, id), ['mentee: Quince', 'mentor: Pomegranate'])
  const letters = await house.read((db) => db.selectFrom('mails').select('body').where('kind', '=', 'feedback.given').execute())
  assert.ok(letters.length > 0 && letters.every(({ body }) => !/Pomegranate|Quince/.test(body)))
})

test('Before both said yes there is nothing to give, and to others the pair is not there.', async () => {
  const { id, mentor } = await givenPair(house)
  const other = await givenUnderWay(house)
  assert.equal(await refusedWith(give(mentor.scope, id, await newId(), { helped: 'x' })), 'Missing')
  assert.equal(await refusedWith(give(mentor.scope, other.id, await newId(), { helped: 'x' })), 'Missing')
})
