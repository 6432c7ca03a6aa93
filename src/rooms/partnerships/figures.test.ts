import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { accept } from './accept.ts'
import { decline } from './decline.ts'
import { endPartnership } from './end-partnership.ts'
import { partnershipFigures, partnershipInvariants } from './figures.ts'
import { pairStates, pairsOf, unansweredIn } from './pair-reads.ts'
import { type GivenSide, givenProgramme, givenSide, proposed } from './pairs.testing.ts'
import { livePairs, pairsEverDeclined, pairsEverUnanswered, partnershipsOf, proposalsWaiting } from './reads.ts'

const house = await testHouse()

test('The counts are the rows: each state counts as many pairs as its list holds, and each read says who is in what.', async () => {
  const programme = await givenProgramme(house)
  const two = async () => [await givenSide(house, programme, 'mentor'), await givenSide(house, programme, 'mentee')] as const
  const pairs: { id: string; mentor: GivenSide; mentee: GivenSide }[] = []
  for (let n = 0; n < 5; n++) {
    const [mentor, mentee] = await two()
    pairs.push({ mentor, mentee, id: await proposed(house, programme, mentor, mentee) })
  }
  const [open, half, agreed, declined, silent] = pairs as [
    (typeof pairs)[0],
    (typeof pairs)[0],
    (typeof pairs)[0],
    (typeof pairs)[0],
    (typeof pairs)[0],
  ]
  const yes = (who: GivenSide, id: string) => house.writeAs(who.scope, (tx) => accept(tx, { partnership: id, side: null }))
  await yes(half.mentor, half.id)
  for (const who of [agreed.mentor, agreed.mentee]) await yes(who, agreed.id)
  await house.writeAs(declined.mentee.scope, (tx) => decline(tx, { partnership: declined.id, side: null }))
  await house.write((tx) => endPartnership(tx, { partnership: silent.id, reason: 'unanswered' }))

  await house.database.read(programme.coordinator, async (db) => {
    const figures = await partnershipFigures(db, programme.id)
    const none = Object.fromEntries(pairStates.map((state) => [state, 0]))
    assert.deepEqual(figures, { ...none, proposed: 1, accepted: 1, agreed: 1, declined: 1, unanswered: 1 })
    for (const state of pairStates) assert.equal((await pairsOf(db, programme.id, { state })).length, figures[state], state)
    assert.deepEqual(
      (await livePairs(db, programme.id)).map(({ id }) => id),
      [open.id, half.id, agreed.id].sort(),
    )
    assert.deepEqual(await pairsEverDeclined(db, programme.id), [{ mentor: declined.mentor.id, mentee: declined.mentee.id }])
    assert.deepEqual(await pairsEverUnanswered(db, programme.id), [{ mentor: silent.mentor.id, mentee: silent.mentee.id }])
    const waiting = (await unansweredIn(db, programme.id)).map(({ person }) => person)
    assert.deepEqual(waiting.sort(), [open.mentor.id, open.mentee.id, half.mentee.id].sort())
    assert.equal((await pairsOf(db, programme.id, { page: 2, rowsMax: 3 })).length, 2)
  })
  const own = (who: GivenSide) =>
    house.database.read(who.scope, async (db) => {
      return [(await proposalsWaiting(db, who.id)).length, (await partnershipsOf(db, who.id)).map(({ state }) => state)]
    })
  assert.deepEqual(await own(open.mentor), [1, ['proposed']])
  assert.deepEqual(await own(half.mentor), [0, ['accepted']])
  assert.deepEqual(await own(half.mentee), [1, ['proposed']], 'the other’s yes is not told')
  assert.deepEqual(await own(agreed.mentee), [0, ['agreed']])
  assert.deepEqual(await own(declined.mentor), [0, []])
})

test('Each rule of the live database names the row that breaks it.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { capacity: 2 })
  const mentee = await givenSide(house, programme, 'mentee', { capacity: 2 })
  const id = await proposed(house, programme, mentor, mentee)
  await onServer(async (client) => {
    const broken = async () => {
      const counts: number[] = []
      for (const { breaks } of partnershipInvariants) counts.push((await client.query(breaks)).rows.length)
      return counts
    }
    assert.deepEqual(await broken(), [0, 0, 0, 0])
    await client.query('begin')
    await client.query('alter table partnership_answers disable trigger partnership_capacity')
    await client.query(`insert into partnership_answers values ('${id}', 'mentor', 'accepted', now(), '${mentor.id}')`)
    await client.query(`insert into partnership_answers values ('${id}', 'mentee', 'declined', now(), '${mentee.id}')`)
    await client.query(`alter table enrolments disable trigger all`)
    await client.query(`update enrolments set capacity = 0 where id = '${mentor.enrolment}'`)
    await client.query(`insert into partnerships select gen_random_uuid(), programme, organisation, round, mentee_enrolment,
      mentor_enrolment, mentee, mentor, reasons, proposed_at, proposed_by, answer_until from partnerships where id = '${id}'`)
    assert.deepEqual(await broken(), [1, 1, 1, 1])
    await client.query('rollback')
  }, house.databaseName)
})
