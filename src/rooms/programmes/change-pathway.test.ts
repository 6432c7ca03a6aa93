import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { changePathway } from './change-pathway.ts'
import type { Part } from './pathway-part.ts'
import { pathwayInForce } from './pathway-reads.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'

const house = await testHouse()
const inForce = ({ id }: GivenProgramme) => house.read((db) => pathwayInForce(db, id))
const put = ({ id, coordinator }: GivenProgramme, version: number, part: Part) =>
  house.writeAs(coordinator, (tx) => changePathway(tx, { programme: id, version, part }))
const stage = (name: string): Part => ({
  what: 'stage',
  stage: 'agree',
  name: { en: name },
  about: undefined,
  limitDays: 21,
  late: 'tells',
})
const exit: Part = {
  ...{ what: 'clause', clause: 'notice', isNew: false },
  content: { title: { en: 'Notice' }, says: { en: 'A day ahead.' }, fixed: true },
}
const question = { key: 'q-0123456789ab', ask: { en: 'What now?' }, kind: 'text', choices: [], seen: 'partner' } as const
const asked: Part = {
  ...{ what: 'question', form: 'F12', isNew: true },
  question: { ...question, choices: [], required: false, benefit: false, watch: false },
}
const keysOf = async (programme: GivenProgramme) =>
  (await inForce(programme)).pathway.forms.find(({ key }) => key === 'F12')?.questions.map(({ key }) => key)

test('A part that is changed is in force as the next version, and is news; the others stay as they were.', async () => {
  const programme = await givenProgramme(house)
  const before = (await inForce(programme)).pathway
  await put(programme, 1, stage('Agreement'))
  const { version, pathway } = await inForce(programme)
  assert.equal(version, 2)
  const changed = pathway.stages.find(({ key }) => key === 'agree')
  assert.deepEqual([changed?.name, changed?.about, changed?.limitDays], [{ en: 'Agreement' }, undefined, 21])
  const others = (all: typeof pathway) => all.stages.filter(({ key }) => key !== 'agree')
  assert.deepEqual(others(pathway), others(before))
  const news = (await house.news('pathway.changed')).filter(({ subject }) => subject === programme.id)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{ version: 2 }],
  )
})

test('The same part twice is one version, even from an old page.', async () => {
  const programme = await givenProgramme(house)
  for (const version of [1, 1, 7]) await put(programme, version, exit)
  assert.equal((await inForce(programme)).version, 2)
})

test('Of two coordinators who change the same part the second is told; different parts do not disturb each other.', async () => {
  const programme = await givenProgramme(house)
  await put(programme, 1, stage('Theirs'))
  assert.equal(await refusedWith(put(programme, 1, stage('Mine'))), 'programmes.pathwayChanged')
  await put(programme, 1, exit)
  assert.equal(await refusedWith(put(programme, 0, stage('Of no version'))), 'programmes.pathwayChanged')
  const { version, pathway } = await inForce(programme)
  assert.equal(version, 3)
  assert.equal(pathway.stages.find(({ key }) => key === 'agree')?.name.en, 'Theirs')
})

test('Of many at the same instant, one is kept of each version, and nobody’s text is lost unsaid.', async () => {
  const programme = await givenProgramme(house)
  const done = await Promise.allSettled(Array.from({ length: 12 }, (_, nth) => put(programme, 1, stage(`Name ${nth}`))))
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of done) if (one.status === 'rejected') assert.equal(one.reason.reason, 'programmes.pathwayChanged')
})

test('Questions are added, moved and taken out; one that is there keeps its kind and what it counts for.', async () => {
  const programme = await givenProgramme(house)
  await put(programme, 1, asked)
  await put(programme, 2, { what: 'question-place', form: 'F12', question: question.key, by: -1 })
  assert.deepEqual((await keysOf(programme))?.slice(-2), [question.key, 'officer'])
  const changed: Part = {
    ...{ what: 'question', form: 'F12', isNew: false },
    question: { ...question, key: 'goals', choices: [], required: false, benefit: false, watch: false },
  }
  await put(programme, 3, changed)
  const goals = (await inForce(programme)).pathway.forms.find(({ key }) => key === 'F12')?.questions[0]
  assert.deepEqual([goals?.ask.en, goals?.kind, goals?.benefit], ['What now?', 'scale', true])
  await put(programme, 4, { what: 'no-question', form: 'F12', question: question.key })
  assert.deepEqual(await keysOf(programme), ['goals', 'rhythm', 'safe', 'worth', 'go-on', 'officer'])
})

test('A part that is gone is said to be gone, and a pathway that would break its own rules is refused.', async () => {
  const programme = await givenProgramme(house)
  const gone = await refusedWith(put(programme, 1, { what: 'no-clause', clause: 'party' }))
  assert.equal(gone, 'programmes.pathwayPartGone')
  const { pathway } = await inForce(programme)
  const rhythm: Part = {
    what: 'rhythm',
    lastsWeeks: 20,
    keepMonths: 6,
    meetings: pathway.meetings,
    contact: { nudgeAt: 300, callAt: 200, lapseAt: 100 },
  }
  assert.equal(await refusedWith(put(programme, 1, rhythm)), 'programmes.pathwayUnread')
  assert.equal((await inForce(programme)).version, 1)
})

test('Who does not coordinate the programme changes nothing, and it is not there for them.', async () => {
  const programme = await givenProgramme(house)
  const { scope } = await givenPerson(house, programme.organisation)
  const deed = house.writeAs(scope, (tx) => changePathway(tx, { programme: programme.id, version: 1, part: exit }))
  assert.equal(await refusedWith(deed), 'Missing')
})
