import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partnershipFigures } from '#partnerships/figures'
import { programmeFigures } from '#programmes/figures'
import { programmesSeen } from '#programmes/reads'
import { givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { loadSample } from './load-sample.ts'

const house = await testHouse()

test('A house begun with the sample has its people, two programmes at different stages, and answers in the past.', async () => {
  const organisation = await givenOrganisation(house)
  await house.write((tx) => tx.note('house.begun', organisation, { organisation }, { sample: 1 }))
  const [news] = await house.news('house.begun')
  assert.ok(news)
  await house.write((tx) => loadSample(tx, news))
  const { people } = await house.read((db) =>
    db
      .selectFrom('people')
      .select(({ fn }) => fn.countAll<bigint>().as('people'))
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(people, 120n)
  const programmes = await house.read(programmesSeen)
  const mentoring = programmes.find(({ template }) => template === 'mentoring')
  const reverse = programmes.find(({ template }) => template === 'reverse-mentoring')
  assert.ok(mentoring && reverse)
  const pairs = await house.read((db) => partnershipFigures(db, mentoring.id))
  assert.ok(pairs.agreed >= 30, `${pairs.agreed} agreed`)
  assert.ok(pairs.proposed + pairs.accepted >= 3)
  assert.equal(pairs.declined, 1)
  assert.deepEqual(await house.read((db) => programmeFigures(db, reverse.id)), { mentors: 16, mentees: 12, places: 16, withdrawn: 0 })
  const answers = await house.read((db) => db.selectFrom('partnershipAnswers').select('at').execute())
  assert.ok(answers.every(({ at }) => Temporal.Instant.compare(at, house.now()) < 0))
})

test('A house begun empty stays empty.', async () => {
  const organisation = await givenOrganisation(house)
  await house.write((tx) => tx.note('house.begun', organisation, { organisation }, { sample: 0 }))
  const news = (await house.news('house.begun')).find(({ subject }) => subject === organisation)
  assert.ok(news)
  await house.write((tx) => loadSample(tx, news))
  assert.deepEqual(await house.read((db) => db.selectFrom('people').select('id').where('organisation', '=', organisation).execute()), [])
})
