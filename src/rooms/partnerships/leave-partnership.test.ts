import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { confirmStep } from './confirm-step.ts'
import { enterStage } from './enter-stage.ts'
import { leavePartnership } from './leave-partnership.ts'
import { left } from './leaving.testing.ts'
import { endSaid, rematchesWaiting } from './leaving-reads.ts'
import { endOf, type GivenPair, givenPair, lettersAbout, refusedWith } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { findPartnership, pairsEverDeclined } from './reads.ts'
import { stageOf } from './stage-reads.ts'
import { briefed, givenAgreed, givenUnderWay } from './stages.testing.ts'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()

const into = async (pair: GivenPair, ...stages: string[]) => {
  for (const to of stages) {
    await house.write(async (tx) => enterStage(tx, (await findPartnership(tx, pair.id)) ?? assert.fail(), { to, why: 'asked' }))
  }
  return pair
}

/** A pair in each stage of the pathway, and one that rests. */
const inEachStage: Record<string, () => Promise<GivenPair>> = {
  induct: () => givenAgreed(house),
  agree: async () => {
    const pair = await givenAgreed(house)
    await briefed(house, pair)
    return pair
  },
  active: () => givenUnderWay(house),
  review: async () => into(await givenUnderWay(house), 'review'),
  close: async () => into(await givenUnderWay(house), 'close'),
  rest: async () => {
    const pair = await givenUnderWay(house)
    await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: pair.id, kind: 'safeguarding', until: null }))
    return pair
  },
}

for (const [stage, given] of Object.entries(inEachStage)) {
  test(`Either side leaves in the middle, in ${stage}: it is over at once, and nothing more happens in it.`, async () => {
    for (const who of ['mentor', 'mentee'] as const) {
      const pair = await given()
      if (stage !== 'rest') assert.equal((await house.read((db) => stageOf(db, pair.id)))?.stage, stage)
      await left(house, pair.id, pair[who].scope, false, 3)
      assert.equal(await endOf(house, pair.id), 'no-fault')
      const confirm = house.writeAs(pair.mentor.scope, (tx) =>
        confirmStep(tx, { partnership: pair.id, stage: 'induct', criterion: 'briefed' }),
      )
      assert.equal(await refusedWith(confirm), 'partnerships.ended')
    }
  })
}

test('Twice is once, the first text stands, and one who leaves after the other finds it over.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  await left(house, id, mentor.scope, false, 2)
  await left(house, id, mentor.scope, false, 3)
  await left(house, id, mentee.scope)
  assert.equal((await house.read((db) => endSaid(db, id)))?.text, 2)
  assert.equal((await house.news('partnership.ended')).filter(({ subject }) => subject === id).length, 1)
})

test('Both press at the same moment: one end, one letter each.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  await Promise.all([left(house, id, mentor.scope), left(house, id, mentee.scope, true)])
  await house.write((tx) => tellEnd(tx, { subject: id }))
  assert.equal((await lettersAbout(house, id)).filter(({ kind }) => kind === 'partnership.over').length, 2)
})

test('Both read the same neutral words, which are the chosen ones, whoever pressed; nobody reads a reason.', async () => {
  const told: string[] = []
  for (const who of ['mentor', 'mentee'] as const) {
    const pair = await givenUnderWay(house)
    await left(house, pair.id, pair[who].scope, false, 3)
    await house.write((tx) => tellEnd(tx, { subject: pair.id }))
    const letters = (await lettersAbout(house, pair.id)).filter(({ kind }) => kind === 'partnership.over')
    assert.equal(letters.length, 2)
    const inOrder = [pair.mentor, pair.mentee].flatMap(({ id }) => letters.filter(({ recipient }) => recipient === id))
    told.push(...inOrder.map(({ body }) => body.replaceAll(/\u2068[^\u2069]*\u2069|[0-9a-f-]{36}/g, 'X')))
    for (const text of told) assert.match(text, /Thank you both for the time/)
    for (const side of [pair.mentor, pair.mentee]) {
      const rows = await house.database.read(side.scope, (db) => db.selectFrom('partnershipEndReasons').selectAll().execute())
      assert.deepEqual(rows, [])
    }
  }
  assert.equal(told[0], told[2], 'the mentor reads the same')
  assert.equal(told[1], told[3], 'the mentee reads the same')
})

test('A mentee who would like another comes first, and never meets this mentor again; a mentor keeps their place.', async () => {
  const pair = await givenUnderWay(house)
  await left(house, pair.id, pair.mentee.scope, true)
  assert.equal(await endOf(house, pair.id), 'rematched')
  const { programme, mentor, mentee } = pair
  const [first] = await house.read((db) => rematchesWaiting(db, programme.id))
  assert.deepEqual([first?.person, first?.until.toString()], [mentee.id, '2026-12-07T08:00:00Z'])
  assert.deepEqual(await house.read((db) => pairsEverDeclined(db, programme.id)), [{ mentor: mentor.id, mentee: mentee.id }])
  const capacity = await house.read((db) =>
    db.selectFrom('enrolments').select('capacity').where('id', '=', mentor.enrolment).executeTakeFirst(),
  )
  assert.equal(capacity?.capacity, 1)
})

test('A proposal, and somebody else’s pair, are not there to be left; nor by the coordinator.', async () => {
  const open = await givenPair(house)
  const pair = await givenUnderWay(house)
  for (const [id, scope] of [
    [open.id, open.mentor.scope],
    [pair.id, open.mentor.scope],
    [pair.id, pair.programme.coordinator],
  ] as const) {
    assert.equal(
      await refusedWith(house.writeAs(scope, (tx) => leavePartnership(tx, { partnership: id, text: 1, again: false }))),
      'Missing',
    )
  }
})
