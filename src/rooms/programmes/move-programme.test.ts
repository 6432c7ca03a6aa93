import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { confirmProgrammeStep } from './confirm-programme-step.ts'
import { enrol } from './enrol.ts'
import { moveProgramme } from './move-programme.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'
import { programmeStanding } from './step-reads.ts'

const house = await testHouse()
const stageOf = async ({ id }: GivenProgramme) => (await house.read((db) => programmeStanding(db, id)))?.stage.key
const move = ({ id, coordinator }: GivenProgramme, from: string, to: string, reason: string | null = null) =>
  house.writeAs(coordinator, (tx) => moveProgramme(tx, { programme: id, from, to, reason }))
const confirm = ({ id, coordinator }: GivenProgramme, stage: string, criterion: string) =>
  house.writeAs(coordinator, (tx) => confirmProgrammeStep(tx, { programme: id, stage, criterion }))
const designSteps = ['purpose', 'theory-of-change', 'safeguarding-lead', 'privacy-notice']

async function enrolled(programme: GivenProgramme, side: 'mentor' | 'mentee', capacity: number): Promise<void> {
  const { id: person } = await givenPerson(house, programme.organisation)
  await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id: tx.newId(), programme: programme.id, person, side, capacity }))
}

test('A programme goes design, recruit, match, and then its pairs take over; each as its exit list is met.', async () => {
  const programme = await givenProgramme(house)
  assert.equal(await stageOf(programme), 'design')
  for (const step of designSteps) await confirm(programme, 'design', step)
  await move(programme, 'design', 'recruit')
  await enrolled(programme, 'mentee', 1)
  await enrolled(programme, 'mentor', 1)
  assert.equal(await refusedWith(move(programme, 'recruit', 'match')), 'programmes.stageUnmet', '100 places of 120 for each 100')
  await enrolled(programme, 'mentor', 1)
  await move(programme, 'recruit', 'match')
  await confirm(programme, 'match', 'rules-agreed')
  await move(programme, 'match', 'induct')
  assert.equal(await stageOf(programme), 'induct')
  const news = (await house.news('programme.stage-entered')).filter(({ subject }) => subject === programme.id)
  assert.deepEqual(
    news.map(({ facts }) => facts.stage),
    ['recruit', 'match', 'induct'],
  )
})

test('What is not met is waived with a reason, which is kept with what it was; a reason nobody needs is not kept.', async () => {
  const programme = await givenProgramme(house)
  await confirm(programme, 'design', 'purpose')
  assert.equal(await refusedWith(move(programme, 'design', 'recruit')), 'programmes.stageUnmet')
  await move(programme, 'design', 'recruit', 'Agreed last year.')
  const [row] = await house.read((db) => db.selectFrom('programmeStages').selectAll().where('programme', '=', programme.id).execute())
  assert.deepEqual([row?.reason, row?.unmet], ['Agreed last year.', designSteps.slice(1)])
  const other = await givenProgramme(house)
  for (const step of designSteps) await confirm(other, 'design', step)
  await move(other, 'design', 'recruit', 'For no need.')
  const [kept] = await house.read((db) => db.selectFrom('programmeStages').selectAll().where('programme', '=', other.id).execute())
  assert.deepEqual([kept?.reason, kept?.unmet], [null, []])
})

test('Where the pathway does not lead nobody goes: not back, not past a stage, not into a person’s own.', async () => {
  const programme = await givenProgramme(house)
  for (const to of ['match', 'screen', 'induct', 'party']) {
    assert.equal(await refusedWith(move(programme, 'design', to, 'I want to.')), 'programmes.noSuchMove', to)
  }
  await move(programme, 'design', 'recruit', 'Agreed last year.')
  assert.equal(await refusedWith(move(programme, 'recruit', 'design', 'Back.')), 'programmes.noSuchMove')
  assert.equal(await refusedWith(move(programme, 'design', 'match', 'Seen long ago.')), 'programmes.stageLeft')
  await move(programme, 'design', 'recruit', 'Sent twice.')
  assert.equal(await stageOf(programme), 'recruit')
})

test('Of two coordinators who move it at once, one does.', async () => {
  const programme = await givenProgramme(house)
  const done = await Promise.allSettled(Array.from({ length: 8 }, () => move(programme, 'design', 'recruit', 'Agreed.')))
  for (const one of done) if (one.status === 'rejected') assert.equal(one.reason.reason, 'programmes.stageLeft')
  const rows = await house.read((db) => db.selectFrom('programmeStages').select('nth').where('programme', '=', programme.id).execute())
  assert.equal(rows.length, 1)
})

test('To who does not coordinate it, it is not there.', async () => {
  const programme = await givenProgramme(house)
  const { scope } = await givenPerson(house, programme.organisation)
  const deed = house.writeAs(scope, (tx) => moveProgramme(tx, { programme: programme.id, from: 'design', to: 'recruit', reason: 'So.' }))
  assert.equal(await refusedWith(deed), 'Missing')
})
