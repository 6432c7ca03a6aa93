import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GivenPerson, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { keepApart, liftMustNot } from './keep-apart.ts'
import { limits } from './programme.ts'
import { type GivenProgramme, givenProgramme, refusedWith } from './programmes.testing.ts'
import { mustNotsOf } from './reads.ts'

const house = await testHouse()

async function given() {
  const programme = await givenProgramme(house)
  const [one, other] = [await givenPerson(house, programme.organisation), await givenPerson(house, programme.organisation)]
  return { programme, one, other }
}

const apart = (programme: GivenProgramme, code: string, otherCode: string, id = crypto.randomUUID()) =>
  house.writeAs(programme.coordinator, (tx) => keepApart(tx, { id, programme: programme.id, code, otherCode }))
const listed = ({ id }: GivenProgramme) => house.read((db) => mustNotsOf(db, id))
const both = (one: GivenPerson, other: GivenPerson) => [one.id, other.id].sort()

test('Two people are kept apart by their codes; said twice, or the other way round, is said once.', async () => {
  const { programme, one, other } = await given()
  await apart(programme, one.code, other.code)
  await apart(programme, other.code.toLowerCase(), ` ${one.code} `)
  const rows = await listed(programme)
  assert.deepEqual(
    rows.map((row) => [row.person, row.other].sort()),
    [both(one, other)],
  )
  const news = (await house.news('pair.kept-apart')).filter((item) => item.programme === programme.id)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{}],
    'one piece of news, and no name in it',
  )
})

test('Nobody is kept apart from themselves, and a code must name somebody of this organisation.', async () => {
  const { programme, one } = await given()
  const elsewhere = await givenPerson(house, (await givenProgramme(house)).organisation)
  assert.equal(await refusedWith(apart(programme, one.code, one.code.toLowerCase())), 'programmes.apartFromOneself')
  assert.equal(await refusedWith(apart(programme, one.code, elsewhere.code)), 'programmes.nobody')
  assert.equal(await refusedWith(apart(programme, 'nobody', one.code)), 'programmes.nobody')
})

test('What is lifted no longer counts, twice is once, and it may be said again.', async () => {
  const { programme, one, other } = await given()
  await apart(programme, one.code, other.code)
  const [row] = await listed(programme)
  const mustNot = row?.id ?? ''
  const lift = () => house.writeAs(programme.coordinator, (tx) => liftMustNot(tx, { programme: programme.id, mustNot }))
  await lift()
  await lift()
  assert.deepEqual(await listed(programme), [])
  assert.equal((await house.news('must-not.lifted')).filter(({ subject }) => subject === mustNot).length, 1)
  const kept = await house.read((db) => db.selectFrom('mustNots').select('liftedBy').where('id', '=', mustNot).executeTakeFirst())
  assert.equal(kept?.liftedBy, programme.keeper.id)
  await apart(programme, one.code, other.code)
  assert.equal((await listed(programme)).length, 1)
})

test('Only the coordinator says and lifts it: to another, and to the two themselves, it is not there.', async () => {
  const { programme, one, other } = await given()
  await apart(programme, one.code, other.code)
  const [row] = await listed(programme)
  const stranger = await givenProgramme(house)
  for (const scope of [stranger.coordinator, one.scope]) {
    const say = { id: crypto.randomUUID(), programme: programme.id, code: one.code, otherCode: other.code }
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => keepApart(tx, say))), 'Missing')
    const lifting = { programme: programme.id, mustNot: row?.id ?? '' }
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => liftMustNot(tx, lifting))), 'Missing')
    assert.deepEqual(await house.database.read(scope, (db) => mustNotsOf(db, programme.id)), [])
  }
  await house.writeAs(stranger.coordinator, (tx) => liftMustNot(tx, { programme: stranger.id, mustNot: row?.id ?? '' }))
  assert.equal((await listed(programme)).length, 1, 'not through one’s own programme either')
})

test('Beyond what matching reads, one more is refused: none is ever forgotten silently.', async () => {
  const { programme, one, other } = await given()
  await house.write(async (tx) => {
    const row = { programme: programme.id, person: one.id, other: programme.keeper.id, saidAt: tx.now, saidBy: programme.keeper.id }
    const rows = Array.from({ length: limits.mustNotsMax }, () => ({ id: tx.newId(), ...row }))
    await tx.insertInto('mustNots').values(rows).execute()
  })
  assert.equal(await refusedWith(apart(programme, one.code, other.code)), 'programmes.mustNotsFull')
})
