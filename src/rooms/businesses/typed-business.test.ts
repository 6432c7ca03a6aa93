import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { givenProgramme } from '#programmes/programmes.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { registerForm } from './businesses.form.ts'
import { findBusiness } from './reads.ts'
import { changeTyped, registerTyped } from './typed-business.ts'

const house = await testHouse()
const { newId } = realHands

test('An owner is found by their code, in any case; a code that nobody has is refused by name.', async () => {
  const programme = await givenProgramme(house)
  await givenPerson(house, programme.organisation, { code: 'ZA-1', fullName: 'Zahra' })
  const typed = {
    id: newId(),
    programme: programme.id,
    name: 'Naan',
    section: 'C',
    workers: '۲',
    ownerCode1: 'za-1',
    adult1: 'yes',
    trainings: 'SYB',
    yearSYB: '۱۴۰۳',
    yearIYB: '2025',
    coachSex: 'woman',
    companion: 'yes',
  }
  const read = registerForm(typed)
  assert.ok('input' in read)
  const { id } = await house.writeAs(programme.coordinator, (tx) => registerTyped(tx, read.input))
  const business = await house.read((db) => findBusiness(db, id))
  assert.deepEqual(
    business?.owners.map(({ name, adult }) => [name, adult]),
    [['Zahra', true]],
  )
  assert.deepEqual(business?.trainings, [
    { package: 'SYB', year: 2024 },
    { package: 'IYB', year: 2025 },
  ])

  const change = { ...read.input, business: id, version: 1, owners: [{ name: '', code: 'nobody', adult: true }] }
  const { id: _id, programme: _programme, code: _code, ...asked } = change
  await assert.rejects(
    house.writeAs(programme.coordinator, (tx) => changeTyped(tx, asked)),
    refused('businesses.ownerCode', { code: 'nobody' }),
  )
})

test('Every slip of the form is said at once.', () => {
  const read = registerForm({ id: newId(), programme: newId(), name: '', section: 'Z', workers: '-1', yearSYB: '3000' })
  assert.ok('slips' in read)
  assert.deepEqual(read.slips.map(({ field }) => field).sort(), ['name', 'owner1', 'section', 'workers', 'yearSYB'])
})

test('A year of training is Gregorian or solar, and no other.', () => {
  const read = (yearGYB: string) =>
    registerForm({ id: newId(), programme: newId(), name: 'N', owner1: 'Z', section: 'C', workers: '1', yearGYB })
  const yearIn = (text: string) => {
    const form = read(text)
    return 'input' in form ? form.input.trainings[0]?.year : form.slips[0]?.key
  }
  assert.deepEqual(['1990', '2025', '1369', '۱۴۰۴'].map(yearIn), [1990, 2025, 1990, 2025])
  for (const wrong of ['1989', '1368', '1600', '3000', '25']) assert.equal(yearIn(wrong), 'slip.business.year', wrong)
})

test('Up to four own a business; a name too long is said at its field.', () => {
  const form = { id: newId(), programme: newId(), name: 'Naan', section: 'C', workers: '1' }
  const read = registerForm({ ...form, owner1: 'A', owner2: 'B', owner3: 'C', owner4: 'D', owner5: 'E' })
  assert.ok('input' in read)
  assert.deepEqual(
    read.input.owners.map(({ name }) => name),
    ['A', 'B', 'C', 'D'],
  )
  const long = registerForm({ ...form, owner1: 'A', owner3: 'x'.repeat(201) })
  assert.deepEqual(long, { slips: [{ field: 'owner3', key: 'slip.too-long', facts: { max: 200 } }] })
})
