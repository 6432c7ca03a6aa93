import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { nudge, nudgesAbout } from './nudge.ts'

const house = await testHouse()
const person = (await givenPerson(house, await givenOrganisation(house))).id
const thing = () => house.write(async (tx) => tx.newId())

test('Nobody is reminded of one thing more than twice; another thing, or another kind, counts anew.', async () => {
  const about = await thing()
  const remind = (kind: string, of = about) => house.write((tx) => nudge(tx, { about: of, kind, person }))
  assert.deepEqual([await remind('pair.quiet'), await remind('pair.quiet'), await remind('pair.quiet')], [1, 2, null])
  assert.equal(await remind('meeting.met'), 1)
  assert.equal(await remind('pair.quiet', await thing()), 1)
})

test('Of many who remind at once, two do.', async () => {
  const about = await thing()
  const all = await Promise.all(Array.from({ length: 8 }, () => house.write((tx) => nudge(tx, { about, kind: 'pair.quiet', person }))))
  assert.deepEqual(all.filter((nth) => nth !== null).sort(), [1, 2])
})

test('Of many things at once it is told who was reminded of which, how often and when last.', async () => {
  const [once, twice, never] = [await thing(), await thing(), await thing()]
  for (const about of [once, twice, twice]) await house.write((tx) => nudge(tx, { about, kind: 'pair.quiet', person }))
  const told = await house.read((db) => nudgesAbout(db, 'pair.quiet', [once, twice, never]))
  assert.deepEqual(
    new Map(told.map(({ about, times }) => [about, times])),
    new Map([
      [once, 1],
      [twice, 2],
    ]),
  )
  assert.ok(told.every((one) => one.person === person && Temporal.Instant.compare(one.last, house.now()) === 0))
  assert.deepEqual(await house.read((db) => nudgesAbout(db, 'meeting.met', [once])), [])
  assert.deepEqual(await house.read((db) => nudgesAbout(db, 'pair.quiet', [])), [])
})

test('The database refuses a third, whoever asks.', async () => {
  const about = await thing()
  const row = { about, kind: 'pair.quiet', person, nth: 3, at: house.now() }
  await assert.rejects(
    house.write((tx) => tx.insertInto('nudges').values(row).execute()),
    /nudges_nth_check/,
  )
})
