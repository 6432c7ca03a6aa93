import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { type EndAsCoordinator, endAsCoordinator } from './end-as-coordinator.ts'
import { left } from './leaving.testing.ts'
import { rematchesWaiting, supervisionTalks } from './leaving-reads.ts'
import { endOf, type GivenPair, givenPair, givenProgramme, givenSide, proposed, refusedWith } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()
const end = ({ id, programme }: GivenPair, reason: EndAsCoordinator['reason'], scope = programme.coordinator) =>
  house.writeAs(scope, (tx) => endAsCoordinator(tx, { partnership: id, reason, text: 1 }))

test('The coordinator ends a partnership in the ways of its pathway alone; for somebody’s safety its officers do.', async () => {
  const pair = await givenUnderWay(house)
  for (const reason of ['safeguarding', 'withdrawn', 'funding-ended'] as const) {
    assert.equal(await refusedWith(end(pair, reason)), 'partnerships.noSuchEnd')
  }
  assert.equal(await refusedWith(end(await givenPair(house), 'no-fault')), 'partnerships.notAgreed')
  for (const { scope } of [pair.mentor, pair.mentee]) assert.equal(await refusedWith(end(pair, 'no-fault', scope)), 'Missing')
  await end(pair, 'rematched')
  assert.equal((await house.read((db) => rematchesWaiting(db, pair.programme.id)))[0]?.person, pair.mentee.id)
})

test('Of two coordinators who decide at once one ends it, and the other is told that it ended; the same twice is once.', async () => {
  const pair = await givenUnderWay(house)
  const said = await Promise.allSettled([end(pair, 'lapsed'), end(pair, 'no-fault')])
  const refused = said.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))
  assert.deepEqual(refused, ['partnerships.endedMeanwhile'])
  const how = await endOf(house, pair.id)
  await end(pair, how as EndAsCoordinator['reason'])
  assert.equal((await house.news('partnership.ended')).filter(({ subject }) => subject === pair.id).length, 1)
})

test('Three ends without blame around one mentor ask for a talk; two do not, and silence is none.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor')
  const talks = () => house.database.read(programme.coordinator, (db) => supervisionTalks(db, programme.id))
  for (const ends of ['leaves', 'silence', 'leaves', 'another'] as const) {
    assert.deepEqual(await talks(), [])
    const mentee = await givenSide(house, programme, 'mentee')
    const id = await proposed(house, programme, mentor, mentee)
    for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
    if (ends === 'silence') await end({ id, programme, mentor, mentee }, 'lapsed')
    else await left(house, id, mentee.scope, ends === 'another')
  }
  const [talk] = await talks()
  assert.deepEqual([talk?.mentor, talk?.exits], [mentor.id, 3])
  assert.deepEqual(await house.database.read(mentor.scope, (db) => supervisionTalks(db, programme.id)), [])
})
