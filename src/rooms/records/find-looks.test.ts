import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksAtMe, looksIn } from '#ground/looks'
import { givenUnderWay } from '#partnerships/stages.testing'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { coordinating, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { forgetOldLooks } from './forget-old-looks.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const seen = async (person: { scope: Parameters<typeof house.writeAs>[0] }) =>
  (await house.database.read(person.scope, (db) => looksAtMe(db, 50))).map(({ page, by, person: whose }) => [page, by, whose !== null])

test('Who looked at my record, and when, is mine to read; the same within the hour is one look.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { mentee, mentor, programme } = await givenUnderWay(house)
  const desk = await browserOf(programme.keeper)
  for (const _twice of [1, 2]) assert.equal((await desk.get(`/people/${mentee.id}`)).status, 200)
  assert.deepEqual(await seen(mentee), [['/people/:person', programme.keeper.id, true]])
  assert.deepEqual(await seen(mentor), [])
  house.setNow('2026-11-23T09:30:00Z')
  await desk.get(`/people/${mentee.id}`)
  assert.equal((await seen(mentee)).length, 2)
})

test('A list and a file of everybody count for each of them, a pair for its two; one’s own page, and a page not there, for nobody.', async () => {
  const { id, mentee, mentor, programme } = await givenUnderWay(house)
  const desk = await browserOf(programme.keeper)
  await desk.get(`/programmes/${programme.id}/enrolments.csv`)
  await desk.get(`/partnerships/${id}`)
  await desk.get(`/people/${programme.keeper.id}`)
  await desk.get('/people/01a20897-50da-7773-b9a9-07ebe73b439f')
  for (const person of [mentee, mentor]) {
    assert.deepEqual((await seen(person)).sort(), [
      ['/partnerships/:partnership', programme.keeper.id, true],
      ['/programmes/:programme/enrolments.csv', programme.keeper.id, false],
    ])
  }
  const stranger = await givenPerson(house, programme.organisation)
  assert.deepEqual(await seen(stranger), [])
})

test('A partner or a colleague who reads a page leaves no look; an administrator reads what staff looked at, nobody of elsewhere does.', async () => {
  const { mentee, mentor, programme } = await givenUnderWay(house)
  const partner = await browserOf(mentor)
  await partner.get(`/people/${mentee.id}`)
  assert.deepEqual(await seen(mentee), [])
  const desk = await browserOf(programme.keeper)
  await desk.get(`/people/${mentee.id}`)
  const administrator = await givenKeeper(house, programme.organisation, 'administrator')
  const read = (scope: typeof administrator.scope) =>
    house.database.read(scope, (db) => looksIn(db, programme.organisation, { page: 1, rowsMax: 10 }))
  assert.equal((await read(coordinating(administrator))).length, 1)
  const elsewhere = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  assert.deepEqual(await read(elsewhere.scope), [])
})

test('A form that is refused shows a record too, and who came later was not looked at; a coordinator does not read the log.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { mentee, programme } = await givenUnderWay(house)
  const desk = await browserOf(programme.keeper)
  assert.equal((await desk.post(`/people/${mentee.id}/profile`, { id: 'x' })).status, 422)
  assert.deepEqual(await seen(mentee), [['/people/:person/profile', programme.keeper.id, true]])
  await desk.get(`/organisations/${programme.organisation}/people`)
  house.setNow('2026-11-24T08:00:00Z')
  const later = await givenPerson(house, programme.organisation)
  assert.deepEqual(await seen(later), [])
  assert.equal((await seen(mentee)).length, 2)
  const read = house.database.read(programme.keeper.scope, (db) => looksIn(db, programme.organisation, { page: 1, rowsMax: 10 }))
  assert.deepEqual(
    (await read).filter(({ by }) => by !== programme.keeper.id),
    [],
  )
})

test('Looks are added and never changed, and forgotten after two years.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { mentee, programme } = await givenUnderWay(house)
  await (await browserOf(programme.keeper)).get(`/people/${mentee.id}`)
  await assert.rejects(house.writeAs(mentee.scope, (tx) => tx.updateTable('looks').set({ page: 'x' }).execute()))
  house.setNow('2028-11-22T07:00:00Z')
  await house.write(forgetOldLooks)
  assert.equal((await seen(mentee)).length, 1)
  house.setNow('2028-11-23T08:00:00Z')
  await house.write(forgetOldLooks)
  assert.deepEqual(await seen(mentee), [])
})
