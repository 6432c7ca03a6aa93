import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lettersAbout } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { type TestHouse, testHouse, testStart } from '#testing/house'
import { type Grown, givenGrown, newId } from './growth.testing.ts'
import { markStep } from './mark-step.ts'
import { remindSteps } from './remind-steps.ts'

const house = await testHouse()

async function inKabul(at: TestHouse, { mentee }: Grown): Promise<void> {
  const reader = { zone: 'Asia/Kabul', language: 'fa-AF', calendar: 'persian' }
  await at.write((tx) => tx.updateTable('people').set(reader).where('id', '=', mentee.id).execute())
}

async function swept(at: string): Promise<void> {
  house.setNow(at)
  for (const _twice of [1, 2]) await house.write(remindSteps)
}

test('Its owner is told the day before, in their own morning and calendar, and once more three days after; never what the step is.', async () => {
  house.setNow(testStart)
  const pair = await givenGrown(house)
  await inKabul(house, pair)
  const step = await pair.step('mentee', '2026-12-02', 'Ask Nasrin for the budget')
  const kinds = async () => (await lettersAbout(house, step)).map(({ kind }) => kind)
  await swept('2026-12-01T03:29:00Z')
  assert.deepEqual(await kinds(), [], 'before eight in Kabul')
  await swept('2026-12-01T03:31:00Z')
  assert.deepEqual(await kinds(), ['next-step.soon'])
  await swept('2026-12-03T12:00:00Z')
  await swept('2026-12-05T04:00:00Z')
  await swept('2026-12-07T04:00:00Z')
  const letters = await lettersAbout(house, step)
  assert.deepEqual(
    letters.map(({ kind, recipient, language }) => [kind, recipient, language]),
    [
      ['next-step.soon', pair.mentee.id, 'fa-AF'],
      ['next-step.late', pair.mentee.id, 'fa-AF'],
    ],
  )
  for (const { title, body } of letters) {
    assert.match(title, /چهارشنبه ۱۱ قوس ۱۴۰۵/)
    assert.ok(body.endsWith(`/partnerships/${pair.id}/goals`))
    assert.doesNotMatch(title + body, /Nasrin/)
  }
})

test('Nothing comes for a step that is done, of a pair on hold or over, set only the day before, or to who has no address.', async () => {
  house.setNow(testStart)
  const [done, held, over, late] = [await givenGrown(house), await givenGrown(house), await givenGrown(house), await givenGrown(house)]
  const steps: string[] = []
  for (const pair of [done, held, over]) steps.push(await pair.step('mentee', '2026-12-02'))
  await done.by('mentee', (tx) => markStep(tx, { step: steps[0] ?? '', state: 'done' }))
  const until = Temporal.PlainDate.from('2026-12-20')
  await held.by('mentor', (tx) => placeHold(tx, { id: newId(), partnership: held.id, kind: 'paused', until }))
  await over.over()
  house.setNow('2026-12-01T07:00:00Z')
  steps.push(await late.step('mentor', '2026-12-02'))
  await swept('2026-12-01T12:00:00Z')
  for (const step of steps) assert.deepEqual(await lettersAbout(house, step), [])
  await swept('2026-12-05T12:00:00Z')
  assert.deepEqual(
    (await lettersAbout(house, steps[3] ?? '')).map(({ kind }) => kind),
    ['next-step.late'],
  )
})

test('A house that was down for weeks does not write of days long gone.', async () => {
  house.setNow(testStart)
  const pair = await givenGrown(house)
  const step = await pair.step('mentee', '2026-12-02')
  await swept('2026-12-09T12:00:00Z')
  assert.deepEqual(await lettersAbout(house, step), [])
})
