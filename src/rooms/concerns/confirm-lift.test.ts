import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { holdsOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { askLift } from './ask-lift.ts'
import { givenHeld, givenSafe, heeded, type Safe } from './concerns.testing.ts'
import { confirmLift } from './confirm-lift.ts'
import { liftPairHold } from './lift-pair-hold.ts'

const house = await testHouse()

test('Four eyes lift a hold: one officer asks, another confirms; who asked is refused by name, and so is a lift that nobody asked.', async () => {
  const safe = await givenSafe(house)
  const { hold } = await givenHeld(house, safe)
  const confirm = ({ scope }: Safe['officer']) => house.writeAs(scope, (tx) => confirmLift(tx, { hold }))
  assert.equal(await refusedWith(confirm(safe.second)), 'concerns.liftNotAsked')
  for (let times = 0; times < 2; times += 1) await house.writeAs(safe.officer.scope, (tx) => askLift(tx, { hold }))
  assert.equal(await refusedWith(confirm(safe.officer)), 'concerns.ownLift')
  assert.equal((await house.read((db) => holdsOf(db, safe.id))).length, 1)
  await confirm(safe.second)
  await confirm(safe.second)
  await heeded(house, 'concern.lifted', liftPairHold)
  assert.deepEqual(await house.read((db) => holdsOf(db, safe.id)), [])
  const [news] = (await house.news('partnership.released')).filter(({ subject }) => subject === safe.id)
  assert.equal(news?.by, null)
})

test('The database itself does not let who asked confirm.', async () => {
  const safe = await givenSafe(house)
  const { hold } = await givenHeld(house, safe)
  await house.writeAs(safe.officer.scope, (tx) => askLift(tx, { hold }))
  const row = { hold, by: safe.officer.id, at: house.now() }
  await assert.rejects(
    house.writeAs(safe.officer.scope, (tx) => tx.insertInto('concernLiftConfirmations').values(row).execute()),
    /another officer/,
  )
})
