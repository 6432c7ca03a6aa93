import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing, Refusal } from '#ground/refusal'
import { accept } from '#partnerships/accept'
import { type GivenProgramme, givenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { enrolmentsIn } from '#programmes/reads'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenWords } from './retention.testing.ts'
import { shredProgramme, shredTexts } from './shred-programme.ts'

const house = await testHouse()

async function givenPairIn(programme: GivenProgramme) {
  const mentor = await givenSide(house, programme, 'mentor')
  const mentee = await givenSide(house, programme, 'mentee')
  const id = await proposed(house, programme, mentor, mentee)
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
  return { mentor, mentee, read: await givenWords(house, { id, mentor, mentee }) }
}
async function givenAdministrator(programme: GivenProgramme) {
  return coordinating(await givenKeeper(house, programme.organisation, 'administrator'), programme.id)
}
const nameOf = async (id: string) =>
  (await house.read((db) => db.selectFrom('people').select('fullName').where('id', '=', id).executeTakeFirstOrThrow())).fullName

test('Everything written in a programme is destroyed, everybody is out, and other programmes are as they were.', async () => {
  const programme = await givenProgramme(house, 'Lamps')
  const [one, two] = [await givenPairIn(programme), await givenPairIn(programme)]
  const elsewhere = await givenPairIn(await givenProgramme(house, 'Other'))
  const scope = await givenAdministrator(programme)
  const shred = () => house.writeAs(scope, (tx) => shredProgramme(tx, { programme: programme.id, name: ' lamps ', erasesPeople: false }))
  await shred()
  await shred()
  await house.write((tx) => shredTexts(tx, { subject: programme.id }))
  await house.write((tx) => shredTexts(tx, { subject: programme.id }))

  assert.deepEqual([await one.read(), await two.read(), await elsewhere.read()], [null, null, 'a secret'])
  assert.deepEqual(await house.read((db) => enrolmentsIn(db, programme.id)), [])
  assert.match(await nameOf(one.mentee.id), /^Person/)
  assert.equal((await house.news('programme.shredded')).length, 1)
})

test('Where it is asked, people whom the house knows from there alone are erased; others stay.', async () => {
  const programme = await givenProgramme(house, 'Lamps')
  const { mentor, mentee } = await givenPairIn(programme)
  const second = await givenProgramme(house, 'Second')
  await house.write((tx) =>
    tx
      .insertInto('enrolments')
      .values({
        id: tx.newId(),
        programme: second.id,
        organisation: second.organisation,
        person: mentor.id,
        side: 'mentor',
        capacity: 1,
        enrolledAt: tx.now,
      })
      .execute(),
  )
  const scope = await givenAdministrator(programme)
  await house.writeAs(scope, (tx) => shredProgramme(tx, { programme: programme.id, name: 'Lamps', erasesPeople: true }))
  await house.write((tx) => shredTexts(tx, { subject: programme.id }))
  assert.equal(await nameOf(mentee.id), '—')
  assert.match(await nameOf(mentor.id), /^Person/)
})

test('Only an administrator shreds, and only with the name typed.', async () => {
  const programme = await givenProgramme(house, 'Lamps')
  const { mentor, read } = await givenPairIn(programme)
  const shred = (scope: typeof programme.coordinator, name: string) =>
    house.writeAs(scope, (tx) => shredProgramme(tx, { programme: programme.id, name, erasesPeople: false }))
  for (const scope of [programme.coordinator, mentor.scope]) await assert.rejects(shred(scope, 'Lamps'), Missing)
  const administrator = await givenAdministrator(programme)
  await assert.rejects(shred(administrator, 'Lamp'), (error) => error instanceof Refusal && error.reason === 'retention.otherName')
  await house.write((tx) => shredTexts(tx, { subject: programme.id }))
  assert.equal(await read(), 'a secret')
})

test('Three hundred people’s texts are destroyed within the minute that the page promises.', { timeout: 60_000 }, async () => {
  const programme = await givenProgramme(house, 'Lamps')
  const { read } = await givenPairIn(programme)
  await house.write(async (tx) => {
    for (let nth = 0; nth < 300; nth += 1) {
      const id = tx.newId()
      const person = { id, organisation: programme.organisation, code: `M${nth}`, fullName: `Many ${nth}`, joinedAt: tx.now }
      await tx.insertInto('people').values(person).execute()
      const row = { id: tx.newId(), programme: programme.id, organisation: programme.organisation, person: id, side: 'mentee', capacity: 1 }
      await tx
        .insertInto('enrolments')
        .values({ ...row, enrolledAt: tx.now })
        .execute()
    }
  })
  const scope = await givenAdministrator(programme)
  await house.writeAs(scope, (tx) => shredProgramme(tx, { programme: programme.id, name: 'Lamps', erasesPeople: true }))
  await house.write((tx) => shredTexts(tx, { subject: programme.id }))
  assert.equal(await read(), null)
})
