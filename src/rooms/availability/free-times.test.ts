import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { accept } from '#partnerships/accept'
import { endPartnership } from '#partnerships/end-partnership'
import { givenPair, givenSide } from '#partnerships/pairs.testing'
import { pathwayForTemplate } from '#programmes/pathways'
import { coordinating, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { freeTimesOf } from './free-times.ts'

const house = await testHouse()
const pair = await givenPair(house)
const [mentor, mentee] = [pair.mentor, pair.mentee]
const week = { from: house.now(), until: house.now().add({ hours: 7 * 24 }), minutes: 60, max: 3 }
const ask = (scope: typeof mentor.scope, people: readonly string[] = [mentor.id, mentee.id]) =>
  house.database.read(scope, (db) => freeTimesOf(db, people, week))

test('Two partners are offered times that suit both; hours that nobody told are working hours, from now on.', async () => {
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: pair.id, side: null }))
  const { times, nearest } = await ask(mentee.scope)
  assert.deepEqual(
    times.map(({ at, minutes }) => [at.toString(), minutes]),
    [
      ['2026-11-23T09:00:00Z', 60],
      ['2026-11-24T09:00:00Z', 60],
      ['2026-11-25T09:00:00Z', 60],
    ],
  )
  assert.deepEqual(nearest, [])
})

test('Days off are those of one’s own organisation, in one’s own zone; one that is no more is reckoned as UTC.', async () => {
  const organisation = await givenOrganisation(house)
  await house.write((tx) =>
    tx
      .updateTable('organisations')
      .set({ restDays: [1, 2, 3, 4, 5] })
      .where('id', '=', organisation)
      .execute(),
  )
  const kabul = await givenPerson(house, organisation, { zone: 'Asia/Kabul' })
  const nowhere = await givenPerson(house, organisation, { zone: 'Mars/Olympus_Mons' })
  const timesOf = async ({ id, scope }: typeof kabul) =>
    (await ask(scope, [id])).times.map(({ at }) => at.toString({ smallestUnit: 'minute' }))
  assert.deepEqual(await timesOf(kabul), ['2026-11-28T04:30Z', '2026-11-28T07:30Z', '2026-11-29T04:30Z'])
  assert.deepEqual(await timesOf(nowhere), ['2026-11-28T09:00Z', '2026-11-28T12:00Z', '2026-11-29T09:00Z'])
})

test('Hours that do not overlap give the nearest, and say whom each suits.', async () => {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation)
  const early = await givenPerson(house, organisation, { freeHours: [{ day: 2, from: 480, to: 540 }] })
  const late = await givenPerson(house, organisation, { freeHours: [{ day: 2, from: 600, to: 660 }] })
  const { times, nearest } = await ask(keeper.scope, [early.id, late.id])
  assert.deepEqual(times, [])
  assert.deepEqual(nearest[0] && { at: nearest[0].at.toString(), suits: nearest[0].suits }, {
    at: '2026-11-24T08:00:00Z',
    suits: [early.id],
  })
  assert.equal(nearest.length, 3)
})

test('The time of others is known to the house, to who coordinates them, to a partner and to who may ask them; to nobody else.', async () => {
  const organisation = await givenOrganisation(house)
  const [stranger, keeperElsewhere] = [await givenPerson(house, organisation), await givenKeeper(house, organisation)]
  for (const { scope } of [stranger, keeperElsewhere]) await assert.rejects(ask(scope, [mentor.id]), Missing)
  const programme = (await house.read((db) => db.selectFrom('partnerships').select('programme').executeTakeFirstOrThrow())).programme
  assert.equal((await ask(coordinating(stranger, programme), [mentor.id])).times.length, 3)
  assert.equal((await house.read((db) => freeTimesOf(db, [mentor.id], week))).times.length, 3)
})

test('Who is enrolled in the same programme may ask, unless nobody is asked there; a partner may, until they part.', async () => {
  const both = await givenPair(house)
  const { programme } = both
  const colleague = await givenSide(house, programme, 'mentee')
  for (const { scope } of [both.mentor, both.mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: both.id, side: null }))
  assert.equal((await ask(colleague.scope, [both.mentor.id])).times.length, 3)
  await house.write((tx) => {
    const pathway = JSON.stringify({ ...pathwayForTemplate('mentoring'), asks: { allowed: false } })
    return tx
      .insertInto('programmePathways')
      .values({ programme: programme.id, version: 2, pathway, at: tx.now, by: programme.keeper.id })
      .execute()
  })
  await assert.rejects(ask(colleague.scope, [both.mentor.id]), Missing)
  assert.equal((await ask(both.mentee.scope, [both.mentor.id])).times.length, 3)
  await house.writeAs(both.mentee.scope, (tx) => endPartnership(tx, { partnership: both.id, reason: 'no-fault' }))
  await assert.rejects(ask(both.mentee.scope, [both.mentor.id]), Missing)
})
