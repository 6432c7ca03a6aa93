import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { briefed, givenAgreed, roadOf } from '#partnerships/stages.testing'
import { pathwayForTemplate } from '#programmes/pathways'
import { testHouse } from '#testing/house'
import { signingsIn, versionsOf } from './agreement-reads.ts'
import { insertSignature } from './agreement-writes.ts'
import { signed, wrote } from './agreements.testing.ts'

const house = await testHouse()

test('Signed by both, the pair has its agreement and goes on; the same signature twice is one.', async () => {
  const pair = await givenAgreed(house)
  await briefed(house, pair)
  const version = await wrote(house, pair.mentor.scope, pair.id, 'To speak')
  for (const { scope } of [pair.mentor, pair.mentor]) await signed(house, scope, pair.id, version)
  assert.equal((await roadOf(house, pair.id)).at(-1), 'agree met')
  await signed(house, pair.mentee.scope, pair.id, version)
  assert.equal((await roadOf(house, pair.id)).at(-1), 'active met')
})

test('A changed text asks both again, and is not signed unread; the database holds it too.', async () => {
  const { id, mentor, mentee } = await givenAgreed(house)
  const first = await wrote(house, mentor.scope, id, 'To speak')
  await signed(house, mentor.scope, id, first)
  const second = await wrote(house, mentee.scope, id, 'To speak freely')
  assert.equal(await refusedWith(signed(house, mentee.scope, id, first)), 'agreements.changed')
  const past = (version: string, person: string, signer: 'mentor' | 'mentee') =>
    refusedWith(house.writeAs(mentee.scope, (tx) => insertSignature(tx, { version, signer, person })))
  assert.equal(await past(first, mentee.id, 'mentee'), 'agreements.changed')
  assert.equal(await past(second, mentee.id, 'mentor'), 'agreements.changed')
  await signed(house, mentee.scope, id, second)
  await signed(house, mentor.scope, id, second)
})

test('The coordinator learns who signed and when, and not a word; others nothing. Who is no party does not sign.', async () => {
  const pair = await givenAgreed(house)
  const other = await givenAgreed(house)
  const version = await wrote(house, pair.mentor.scope, pair.id, 'Between us')
  await signed(house, pair.mentor.scope, pair.id, version)
  const { coordinator } = pair.programme
  const told = await house.database.read(coordinator, (db) => signingsIn(db, pair.programme.id))
  assert.deepEqual(
    told.map(({ signer, nth }) => [signer, nth]),
    [['mentor', 1]],
  )
  await assert.rejects(
    house.database.read(other.programme.coordinator, (db) => signingsIn(db, pair.programme.id)),
    /not yours/,
  )
  for (const scope of [coordinator, other.mentor.scope]) assert.equal(await refusedWith(signed(house, scope, pair.id, version)), 'Missing')
})

test('Where the programme is a party, its coordinator reads the text and signs; only then is it signed by all.', async () => {
  const pair = await givenAgreed(house)
  await briefed(house, pair)
  const pathway = structuredClone(pathwayForTemplate('mentoring'))
  pathway.agreement.signedBy.push('coordinator')
  const row = { programme: pair.programme.id, version: 2, pathway: JSON.stringify(pathway), at: house.now(), by: pair.programme.keeper.id }
  await house.write((tx) => tx.insertInto('programmePathways').values(row).execute())
  const version = await wrote(house, pair.mentor.scope, pair.id, 'Three of us')
  for (const { scope } of [pair.mentor, pair.mentee]) await signed(house, scope, pair.id, version)
  assert.equal((await roadOf(house, pair.id)).at(-1), 'agree met')
  const { coordinator } = pair.programme
  assert.equal((await house.database.read(coordinator, (db) => versionsOf(db, pair.id)))[0]?.clauses.purpose, 'Three of us')
  await signed(house, coordinator, pair.id, version)
  assert.equal((await roadOf(house, pair.id)).at(-1), 'active met')
})
