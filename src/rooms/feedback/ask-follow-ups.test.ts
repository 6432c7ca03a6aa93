import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { givenUnderWay } from '#partnerships/stages.testing'
import type { Pathway } from '#programmes/pathway'
import { pathwayOfKey } from '#programmes/pathways'
import { testHouse } from '#testing/house'
import { askFollowUps } from './ask-follow-ups.ts'
import { refuseFollowUp } from './refuse-follow-up.ts'
import { reviewsOf } from './review-reads.ts'

const house = await testHouse()

/** The pathway with a question after the end. */
function withQuestion(): Pathway {
  const pathway = structuredClone(pathwayOfKey('mentoring') ?? assert.fail())
  const questions: Pathway['forms'][number]['questions'] = [
    {
      key: 'still',
      ask: { en: 'Still in touch?' },
      kind: 'yes-no',
      choices: [],
      benefit: false,
      watch: false,
      required: true,
      seen: 'coordinator',
    },
  ]
  return { ...pathway, forms: pathway.forms.map((form) => (form.key === 'F14' ? { ...form, questions } : form)) }
}

test('Three months after completion both are asked once; who refused is not, nor is a pair that parted otherwise.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const [done, parted] = [await givenUnderWay(house), await givenUnderWay(house)]
  for (const { programme } of [done, parted]) {
    const row = { programme: programme.id, version: 2, pathway: JSON.stringify(withQuestion()), at: house.now(), by: programme.keeper.id }
    await house.write((tx) => tx.insertInto('programmePathways').values(row).execute())
  }
  await house.write((tx) => endPartnership(tx, { partnership: done.id, reason: 'completed' }))
  await house.write((tx) => endPartnership(tx, { partnership: parted.id, reason: 'no-fault' }))
  await house.writeAs(done.mentor.scope, (tx) => refuseFollowUp(tx, { partnership: done.id }))
  const asked = async (instant: string, id: string) => {
    house.setNow(instant)
    await house.write(askFollowUps)
    return (await house.read((db) => reviewsOf(db, id))).map(({ key, asked: sides }) => `${key} ${Object.keys(sides)}`)
  }
  assert.deepEqual(await asked('2027-02-21T08:00:00Z', done.id), [])
  assert.deepEqual(await asked('2027-02-22T08:00:00Z', done.id), ['follow-up-3-months mentee'])
  assert.deepEqual(await asked('2027-03-22T08:00:00Z', done.id), ['follow-up-3-months mentee'])
  assert.deepEqual(await asked('2027-02-22T08:00:00Z', parted.id), [])
})

test('A pathway says after how many months, and of which side: the business alone after six, and never after three.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { id, programme } = await givenUnderWay(house)
  const pathway = JSON.stringify(pathwayOfKey('business-coaching') ?? assert.fail())
  const row = { programme: programme.id, version: 2, pathway, at: house.now(), by: programme.keeper.id }
  await house.write((tx) => tx.insertInto('programmePathways').values(row).execute())
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'completed' }))
  const asked = async (instant: string) => {
    house.setNow(instant)
    await house.write(askFollowUps)
    return (await house.read((db) => reviewsOf(db, id))).map(({ key, asked: sides }) => `${key} ${Object.keys(sides)}`)
  }
  assert.deepEqual(await asked('2027-02-22T08:00:00Z'), [])
  assert.deepEqual(await asked('2027-05-25T08:00:00Z'), ['follow-up-6-months mentee'])
})
