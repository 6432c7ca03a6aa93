import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { bringPathway, copyPathway } from './bring-pathway.ts'
import type { Pathway } from './pathway.ts'
import { pathwayInForce } from './pathway-reads.ts'
import { pathwayOfKey } from './pathways.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'

const house = await testHouse()
const inForce = ({ id }: GivenProgramme) => house.read((db) => pathwayInForce(db, id))
const mentoring = pathwayOfKey('mentoring') ?? assert.fail('no mentoring')
const fileOf = (pathway: unknown) => new Blob([JSON.stringify(pathway)])
const bring = ({ id, coordinator }: GivenProgramme, pathway: unknown, version = 1) =>
  house.writeAs(coordinator, (tx) => bringPathway(tx, { programme: id, version, file: fileOf(pathway) }))

test('A file puts a whole pathway in force, a stage more in it too.', async () => {
  const programme = await givenProgramme(house)
  const longer: Pathway = structuredClone(mentoring)
  const agree = longer.stages.find(({ key }) => key === 'agree') ?? assert.fail()
  longer.stages.push({ ...agree, key: 'try', name: { en: 'A first try' }, next: ['active', 'close'] })
  agree.next.unshift('try')
  await bring(programme, longer)
  assert.deepEqual(await inForce(programme), { version: 2, pathway: longer })
})

test('A file that cannot be read, or that an old page sends, changes nothing.', async () => {
  const programme = await givenProgramme(house)
  assert.equal(await refusedWith(bring(programme, { ...mentoring, begins: 'nowhere' })), 'programmes.pathwayUnread')
  assert.equal(await refusedWith(bring(programme, { ...mentoring, rematchesMax: 3 }, 0)), 'programmes.pathwayChanged')
  await bring(programme, mentoring, 0)
  assert.equal((await inForce(programme)).version, 1)
})

test('The pathway that ships, and that of another programme one coordinates, are copied; nobody else’s is there.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house, { template: 'peer-mentoring' })]
  const copy = (from: string, scope = programme.coordinator, version = 1) =>
    house.writeAs(scope, (tx) => copyPathway(tx, { programme: programme.id, version, from }))
  assert.equal(await refusedWith(copy(other.id)), 'Missing')
  const organisation = programme.organisation
  const own = await givenProgramme(house, { template: 'peer-mentoring', keeper: programme.keeper, organisation })
  await copy(own.id, coordinating(programme.keeper, programme.id, own.id))
  assert.equal((await inForce(programme)).pathway.key, 'peer-mentoring')
  await copy('mentoring', programme.coordinator, 2)
  assert.deepEqual(await inForce(programme), { version: 3, pathway: mentoring })
})
