import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { givenSide } from '#partnerships/pairs.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { applyWithBusiness } from './apply-with-business.ts'
import { applyForm } from './businesses.form.ts'
import { givenBanked, givenBusiness } from './businesses.testing.ts'
import { wishOf } from './private-reads.ts'
import { businessesOf, findBusiness } from './reads.ts'

const house = await testHouse()
const { newId } = realHands

function asked(programme: string, more: Record<string, string> = {}) {
  const read = applyForm({ id: newId(), programme, name: 'Naan', section: 'C', workers: '1', adult1: 'yes', ...more })
  assert.ok('input' in read)
  return read.input
}

test('A mentee applies with their own business, once for an id, and nobody has decided.', async () => {
  const programme = await givenBanked(house)
  await givenBusiness(house, programme)
  const mentee = await givenSide(house, programme, 'mentee')
  const input = asked(programme.id, { owner2: 'Karim', coachSex: 'woman', companion: 'yes', ownerCode2: 'X-1', code: 'MINE' })
  for (const _twice of [1, 2]) await house.writeAs(mentee.scope, (tx) => applyWithBusiness(tx, input))

  const seen = await house.database.read(mentee.scope, (db) => findBusiness(db, input.id))
  assert.deepEqual(
    seen?.owners.map(({ person, adult }) => [person, adult]),
    [
      [mentee.id, true],
      [null, false],
    ],
  )
  assert.equal(seen?.decision, null)
  assert.match(seen?.code ?? '', /^B\d+$/, 'the house gives the code')
  assert.deepEqual(await house.database.read(mentee.scope, (db) => wishOf(db, seen ?? assert.fail())), { sex: 'woman', companion: true })
  const listed = await house.database.read(programme.coordinator, (db) => businessesOf(db, programme.id, { rowsMax: 10 }))
  assert.equal(listed.length, 2, 'its coordinator finds it in the list')
})

test('Nobody else applies: not a mentor, not a stranger, not where there is no bank.', async () => {
  const programme = await givenBanked(house)
  const without = await givenProgramme(house)
  const [mentor, elsewhere] = [await givenSide(house, programme, 'mentor'), await givenSide(house, without, 'mentee')]
  for (const [who, where] of [
    [mentor, programme.id],
    [elsewhere, programme.id],
    [elsewhere, without.id],
  ] as const) {
    await assert.rejects(
      house.writeAs(who.scope, (tx) => applyWithBusiness(tx, asked(where))),
      { name: 'Missing' },
    )
  }
})

test('The walls let who applies write their own application alone, and in no other name.', async () => {
  const programme = await givenBanked(house)
  const [mentee, other] = [await givenSide(house, programme, 'mentee'), await givenSide(house, programme, 'mentee')]
  const input = asked(programme.id)
  await house.writeAs(mentee.scope, (tx) => applyWithBusiness(tx, input))
  const owner = { business: input.id, version: 1, name: 'X', nameKey: 'x', adult: true }
  const put = (by: typeof mentee, row: object) =>
    house.writeAs(by.scope, (tx) =>
      tx
        .insertInto('businessOwners')
        .values({ id: newId(), position: 2, person: null, ...owner, ...row })
        .execute(),
    )
  await assert.rejects(put(mentee, { person: other.id }), /row-level security/)
  await assert.rejects(put(mentee, { version: 2 }), /row-level security/)
  await assert.rejects(put(other, {}), /row-level security/)
  const decided = { id: newId(), business: input.id, decision: 'eligible', reason: '', at: house.now(), by: mentee.id }
  await assert.rejects(
    house.writeAs(mentee.scope, (tx) => tx.insertInto('businessDecisions').values(decided).execute()),
    /row-level security/,
  )
})

test('Three applications are the most; two at once get two codes.', async () => {
  const programme = await givenBanked(house)
  const mentees = [await givenSide(house, programme, 'mentee'), await givenSide(house, programme, 'mentee')] as const
  await Promise.all(mentees.map(({ scope }) => house.writeAs(scope, (tx) => applyWithBusiness(tx, asked(programme.id)))))
  const codes = (await house.read((db) => businessesOf(db, programme.id, { rowsMax: 10 }))).map(({ code }) => code)
  assert.deepEqual(codes, ['B01', 'B02'])

  const apply = () => house.writeAs(mentees[0].scope, (tx) => applyWithBusiness(tx, asked(programme.id)))
  for (const _more of [2, 3]) await apply()
  await assert.rejects(apply(), refused('businesses.appliedEnough', { max: 3 }))
})
