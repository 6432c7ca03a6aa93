import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { endRole } from '#people/end-role'
import { rolesIn } from '#people/role-reads'
import { testHouse } from '#testing/house'
import { givenOfficer, givenSafe, raised, type Safe, telling } from './concerns.testing.ts'
import { deskOf } from './desk-reads.ts'
import { nameOfficer } from './name-officer.ts'
import { officersOf } from './reads.ts'

const house = await testHouse()
const { newId } = realHands

test('An administrator names officers, of the organisation or of one programme, and ends them; named twice is named once.', async () => {
  const safe = await givenSafe(house)
  const { organisation, administrator } = safe
  const name = (programme: string | null) =>
    house.writeAs(administrator.scope, (tx) => nameOfficer(tx, { id: newId(), organisation, code: safe.mentee.code, programme }))
  for (const programme of [null, safe.programme.id, safe.programme.id]) await name(programme)
  const named = (await house.read((db) => officersOf(db, organisation))).filter(({ person }) => person === safe.mentee.id)
  assert.deepEqual(named.map(({ programme }) => programme).sort(), [null, safe.programme.id].sort())
  for (const { id } of (await house.read((db) => rolesIn(db, organisation))).filter(({ person }) => person === safe.mentee.id)) {
    await house.writeAs(administrator.scope, (tx) => endRole(tx, { role: id }))
  }
  assert.equal((await house.read((db) => officersOf(db, organisation))).length, 2)
})

test('Only an administrator names one: not a coordinator, in the database neither; not for a programme from elsewhere; not nobody.', async () => {
  const safe = await givenSafe(house)
  const other = await givenSafe(house)
  const { organisation } = safe
  const asked = { id: newId(), organisation, code: safe.mentee.code, programme: null }
  const name = (scope: Safe['coordinator'], more = {}) => house.writeAs(scope, (tx) => nameOfficer(tx, { ...asked, ...more }))
  for (const scope of [safe.coordinator, safe.officer.scope, other.administrator.scope]) await assert.rejects(name(scope), Missing)
  await assert.rejects(name(safe.administrator.scope, { programme: other.programme.id }), Missing)
  assert.equal(await refusedWith(name(safe.administrator.scope, { code: 'nobody' })), 'concerns.noSuchPerson')
  const row = { id: newId(), person: safe.mentee.id, role: 'safeguarding', organisation, givenAt: house.now() }
  const past = house.writeAs(safe.coordinator, (tx) => tx.insertInto('roles').values(row).execute())
  await assert.rejects(past, /row-level security/)
})

test('An officer of one programme reads what is about its partnerships, and nothing else of the organisation.', async () => {
  const safe = await givenSafe(house)
  const narrow = await givenOfficer(house, safe.organisation, safe.programme.id)
  const elsewhere = await givenOfficer(house, safe.organisation, (await givenSafe(house)).programme.id)
  const paired = await raised(house, safe.mentee.scope, telling(safe.organisation, { partnership: safe.id }))
  await raised(house, null, telling(safe.organisation))
  const desk = async ({ scope }: Safe['officer']) =>
    (await house.writeAs(scope, (tx) => deskOf(tx, { ended: false, page: 1 }))).map(({ id }) => id)
  assert.deepEqual(await desk(narrow), [paired.id])
  assert.deepEqual(await desk(elsewhere), [])
})
