import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { booked, givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { recordConfirmation } from './record-confirmation.ts'

const house = await testHouse()
const { newId } = realHands

test('The hours of a logged meeting are spent in the very moment in which its client confirms it.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const before = await standing(house, given)
  assert.deepEqual([before['reserved nordlys'], before['spent nordlys']], ['840', undefined])
  const answer = { id: newId(), meeting, says: 'yes', minutes: null } as const
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, answer))
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, answer))
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { ...answer, id: newId() }))
  const after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after['spent chamber'], after['spent client']], ['840', '240', '120'])
  assert.deepEqual([after['reserved nordlys'], after.payable, after.used], [undefined, '-1200', '60'])
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'clientConfirmed')
})

test('A coach never confirms for their own client: not on the page, and not as a coordinator either.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const both = coordinating(given.coach, given.bank.programme)
  const answer = { id: newId(), meeting, says: 'yes', minutes: null } as const
  for (const scope of [given.coach.scope, both]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => confirmCoaching(tx, answer)),
      refused('coaching.ownClient'),
    )
    const call = { ...answer, how: 'call', reference: '' } as const
    await assert.rejects(
      house.writeAs(scope, (tx) => recordConfirmation(tx, call)),
      refused('coaching.ownClient'),
    )
    for (const how of ['page', 'call', 'paper', 'link', 'code'] as const) {
      const row = { id: newId(), meeting, version: 1, says: 'yes', how, reference: 'x', at: house.now(), by: given.coach.id }
      await assert.rejects(
        house.writeAs(scope, (tx) => tx.insertInto('coachingConfirmations').values(row).execute()),
        /a coach never confirms|not theirs to confirm/,
        'the database refuses it too',
      )
    }
  }
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'recorded')
})

test('Nothing is spent that nobody confirmed, whoever writes: silence never confirms.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const { reservation } = await meetingAt(house, meeting)
  const row = { entry: reservation ?? '', meeting, minutes: 60, amount: 1n, at: house.now(), by: null }
  await assert.rejects(
    house.write((tx) => tx.insertInto('coachingSpends').values(row).execute()),
    /silence never confirms/,
  )
})

test('A different length, or none at all, is a dispute: nothing is spent.', async () => {
  const given = await givenCoaching(house)
  for (const [says, minutes] of [
    ['other', 30],
    ['no', null],
  ] as const) {
    const meeting = await logged(house, given)
    await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says, minutes }))
    assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'disputed')
  }
  assert.equal((await standing(house, given)).payable, undefined)
})

test('A meeting that was not logged is not confirmed, and a stranger confirms none.', async () => {
  const [given, other] = [await givenCoaching(house), await givenCoaching(house)]
  house.setNow('2026-11-23T08:00:00Z')
  const meeting = await booked(house, given)
  const answer = { id: newId(), meeting, says: 'yes', minutes: null } as const
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, answer)),
    refused('coaching.notLogged'),
  )
  await assert.rejects(
    house.writeAs(other.owner.scope, (tx) => confirmCoaching(tx, answer)),
    { name: 'Missing' },
  )
})

test('On the telephone or on paper a coordinator enters it, and a paper has its reference.', async () => {
  const given = await givenCoaching(house)
  const [called, signed] = [await logged(house, given), await logged(house, given)]
  const answer = { says: 'yes', minutes: null, reference: '' } as const
  await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, { id: newId(), meeting: called, how: 'call', ...answer }))
  const paper = { id: newId(), meeting: signed, how: 'paper', ...answer } as const
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, paper)),
    refused('coaching.paperReference'),
  )
  await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, { ...paper, reference: 'Folder 3, sheet 12' }))
  assert.equal((await standing(house, given))['spent nordlys'], '1680')
  assert.deepEqual(
    [(await meetingAt(house, called)).confirmation?.how, (await meetingAt(house, signed)).confirmation?.how],
    ['call', 'paper'],
  )
})
