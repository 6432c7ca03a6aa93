import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { layPathway } from './lay-pathway.ts'
import type { Pathway } from './pathway.ts'
import { pathwayInForce } from './pathway-reads.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'

const house = await testHouse()

/** Lays the pathway in force once it was changed so; answers the version in force then. */
async function laid(programme: GivenProgramme, change: (pathway: Pathway) => void): Promise<number> {
  await house.writeAs(programme.coordinator, async (tx) => {
    const now = await pathwayInForce(tx, programme.id)
    const next = structuredClone(now.pathway)
    change(next)
    await layPathway(tx, programme, now, next)
  })
  return (await house.read((db) => pathwayInForce(db, programme.id))).version
}
const questionsOf = (pathway: Pathway) => pathway.forms.find(({ key }) => key === 'F12')?.questions ?? assert.fail('no F12')

test('A stage in which somebody may stand is never lost, nor given to somebody else.', async () => {
  const programme = await givenProgramme(house)
  const without = laid(programme, (pathway) => {
    pathway.stages = pathway.stages.filter(({ key }) => key !== 'review')
  })
  assert.equal(await refusedWith(without), 'programmes.pathwayLoses')
  const given = laid(programme, (pathway) => {
    for (const stage of pathway.stages) if (stage.key === 'screen') stage.of = 'programme'
  })
  assert.equal(await refusedWith(given), 'programmes.pathwayLoses')
})

test('A question keeps its kind for good, also one that was taken out and comes back.', async () => {
  const programme = await givenProgramme(house)
  const asNumber = (pathway: Pathway) => {
    for (const question of questionsOf(pathway)) if (question.key === 'goals') question.kind = 'whole'
  }
  assert.equal(await refusedWith(laid(programme, asNumber)), 'programmes.questionKind')
  const goals = questionsOf((await house.read((db) => pathwayInForce(db, programme.id))).pathway)[0] ?? assert.fail()
  await laid(programme, (pathway) => questionsOf(pathway).shift())
  const back = (kind: typeof goals.kind) => laid(programme, (pathway) => questionsOf(pathway).push({ ...goals, kind }))
  assert.equal(await refusedWith(back('text')), 'programmes.questionKind')
  assert.equal(await back('scale'), 3)
})
