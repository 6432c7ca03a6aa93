import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { houseScope } from '#ground/db'
import { testHouse } from '#testing/house'
import { chooseItems } from './choose-items.ts'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { keepGoal } from './keep-goal.ts'
import { markStep } from './mark-step.ts'
import { tellOutcome } from './tell-outcome.ts'

const house = await testHouse()
const pair = await givenGrown(house)
const other = await givenGrown(house)
const { programme, mentee } = pair

const goal = await pair.goal()
await pair.rated('mentor', goal, 1)
await pair.by('mentee', (tx) => keepGoal(tx, { goal, state: 'dropped' }))
const skill = await pair.skill('mentee', 'budgeting')
await pair.assessed('mentor', skill, 2, 'Clear')
const step = await pair.step('mentee', '2026-12-02')
await pair.by('mentee', (tx) => markStep(tx, { step, state: 'done' }))
const opportunity = await pair.opened('Meet the director')
await pair.by('mentee', (tx) => tellOutcome(tx, { id: newId(), opportunity, outcome: 'followed-up', text: null }))
await pair.by('mentee', (tx) => chooseItems(tx, { shown: [skill], kept: [] }))

const ofTwo = [
  'goals',
  'goalVersions',
  'goalRatings',
  'goalStates',
  'skills',
  'skillAssessments',
  'nextSteps',
  'nextStepStates',
  'opportunities',
  'opportunityOutcomes',
] as const

const counted = (scope: Scope, table: (typeof ofTwo)[number] | 'portfolioChoices') =>
  reading(house, { scope })(async (db) => (await db.selectFrom(table).select('id').execute()).length)

test('The two read every row of their pair; a coordinator, an administrator and the sides of another pair read none.', async () => {
  const administrator = { ...programme.coordinator, organisations: [programme.organisation] }
  for (const table of ofTwo) {
    for (const scope of [pair.mentor.scope, mentee.scope]) assert.ok((await counted(scope, table)) > 0, `${table} is theirs`)
    for (const scope of [programme.coordinator, administrator, other.mentor.scope, other.mentee.scope]) {
      assert.equal(await counted(scope, table), 0, `${table} of others`)
    }
  }
})

test('The house reads steps alone, to remind their owners; a choice is its owner’s alone.', async () => {
  for (const table of ofTwo) assert.equal((await counted(houseScope, table)) > 0, table.startsWith('nextStep'), table)
  assert.equal(await counted(mentee.scope, 'portfolioChoices'), 1)
  for (const scope of [houseScope, pair.mentor.scope, programme.coordinator]) assert.equal(await counted(scope, 'portfolioChoices'), 0)
})

test('Nothing is written into another pair, in another’s name, or of a third person; and no row is changed.', async () => {
  const at = house.now()
  const made = { partnership: pair.id, madeAt: at, id: newId() }
  const refused = (deed: Promise<unknown>) => assert.rejects(deed, /row-level security|permission denied/)
  const by = (scope: Scope, madeBy: string, ofPerson: string | null) =>
    house.writeAs(scope, (tx) =>
      tx
        .insertInto('goals')
        .values({ ...made, madeBy, ofPerson })
        .execute(),
    )
  await refused(by(other.mentee.scope, other.mentee.id, null))
  await refused(by(mentee.scope, pair.mentor.id, null))
  await refused(by(mentee.scope, mentee.id, other.mentee.id))
  await refused(by(programme.coordinator, programme.keeper.id, null))
  const rating = { id: newId(), goal, value: 2, by: other.mentee.id, at }
  await refused(house.writeAs(other.mentee.scope, (tx) => tx.insertInto('goalRatings').values(rating).execute()))
  await refused(house.writeAs(mentee.scope, (tx) => tx.updateTable('goalRatings').set({ value: 2 }).execute()))
  await refused(house.writeAs(mentee.scope, (tx) => tx.deleteFrom('goals').execute()))
})
