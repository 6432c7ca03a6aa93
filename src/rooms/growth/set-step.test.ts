import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, reading } from './growth.testing.ts'
import { limits } from './growth.ts'
import { openNextSteps } from './reads.ts'
import { setStepForm } from './set-step.form.ts'

const house = await testHouse()

test('A next step has an owner and a day; both read what is open, the soonest first.', async () => {
  const pair = await givenGrown(house)
  await pair.step('mentor', '2026-12-09', 'Later')
  await pair.step('mentee', '2026-12-02', 'Sooner')
  const steps = await reading(house, pair.mentor)((db) => openNextSteps(db, pair.id))
  assert.deepEqual(
    steps.map(({ text, owner, dueOn, state }) => [text, owner, dueOn.toString(), state]),
    [
      ['Sooner', pair.mentee.id, '2026-12-02', 'open'],
      ['Later', pair.mentor.id, '2026-12-09', 'open'],
    ],
  )
})

test('The day is read in any calendar; today is not too late anywhere on earth, the day before yesterday is, and so is a day years away.', async () => {
  const asked = { id: crypto.randomUUID(), partnership: crypto.randomUUID(), step: 'Write', owner: 'mentee' }
  for (const dueOn of ['2 Qaws 1405', '۱۴۰۵-۰۹-۰۲', '23 November 2026', '2026-11-23']) {
    const read = setStepForm({ ...asked, dueOn })
    assert.equal('input' in read && read.input.dueOn.toString(), '2026-11-23', dueOn)
  }
  assert.deepEqual(setStepForm({ ...asked, dueOn: 'soon' }), { slips: [{ field: 'dueOn', key: 'slip.date', facts: {} }] })
  const pair = await givenGrown(house)
  await pair.step('mentee', '2026-11-22')
  assert.equal(await refusedWith(pair.step('mentee', '2026-11-21')), 'growth.stepPast')
  assert.equal(await refusedWith(pair.step('mentee', '2029-01-01')), 'growth.stepFar')
})

test('So many steps may be open, and no more.', async () => {
  const pair = await givenGrown(house)
  for (let count = 0; count < limits.stepsOpenMax; count += 1) await pair.step('mentee', '2026-12-02')
  assert.equal(await refusedWith(pair.step('mentee', '2026-12-02')), 'growth.stepsFull')
})
