import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#partnerships/accept'
import { endPartnership } from '#partnerships/end-partnership'
import { livePairs } from '#partnerships/reads'
import { wishRematch } from '#partnerships/wish-rematch'
import { testHouse } from '#testing/house'
import { approveRound } from './approve-round.ts'
import { pairsOfRound, provedOf } from './round-reads.ts'
import { givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()

test('Who waits for another partner comes first in the next round, before a better score, and the ended pair is not suggested again.', async () => {
  const fits = { wantsHelpWith: ['pricing'] }
  const given = await givenProgramme(house, { mentors: [{ canHelpWith: ['pricing'] }], mentees: [{ wantsHelpWith: ['negotiation'] }] })
  const by = <T>(work: Parameters<typeof house.writeAs<T>>[1]) => house.writeAs(given.scope, work)
  const run = async () => (await by((tx) => runRound(tx, { id: tx.newId(), programme: given.id }))).id
  const first = await run()
  await by((tx) => approveRound(tx, { round: first }))
  const [pair] = await house.read((db) => livePairs(db, given.id))
  assert.ok(pair)
  for (const { scope } of [...given.mentors, ...given.mentees])
    await house.writeAs(scope, (tx) => accept(tx, { partnership: pair.id, side: null }))
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'no-fault' }))
  const [mentee] = given.mentees
  assert.ok(mentee)
  await house.writeAs(mentee.scope, (tx) => wishRematch(tx, { partnership: pair.id }))

  // One new mentor, whom somebody newly enrolled suits far better.
  const more = await given.put({ canHelpWith: ['pricing'] }, 'mentor', 1)
  const rival = await given.put(fits, 'mentee', 1)
  await house.write((tx) =>
    tx
      .updateTable('enrolments')
      .set({ capacity: 0 })
      .where('person', '=', given.mentors[0]?.id ?? '')
      .execute(),
  )
  const round = await run()
  const pairs = await house.read((db) => pairsOfRound(db, round))
  assert.deepEqual(
    pairs.map(({ menteeEnrolment, mentorEnrolment }) => [menteeEnrolment, mentorEnrolment]),
    [[given.enrolmentOf.get(mentee.id), given.enrolmentOf.get(more.id)]],
  )
  assert.ok(!pairs.some(({ menteeEnrolment }) => menteeEnrolment === given.enrolmentOf.get(rival.id)))
  const proved = await house.read((db) => provedOf(db, round))
  assert.ok(proved && 'pairs' in proved.proof, 'with its proof')
})
