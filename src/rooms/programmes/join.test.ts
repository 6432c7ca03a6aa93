import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { joinForm } from './enrol.form.ts'
import { type Join, joinProgramme } from './enrol.ts'
import { enrolmentRows, givenProgramme, refusedWith } from './programmes.testing.ts'
import { withdraw } from './withdraw.ts'

const house = await testHouse()
const join = (scope: Parameters<typeof house.writeAs>[0], key: string, more: Partial<Join> = {}) =>
  house.writeAs(scope, (tx) => joinProgramme(tx, { id: tx.newId(), side: 'mentee', ...more, key }))

test('Who has the link comes in by themselves, with a wish; twice is once.', async () => {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation, { wantsHelpWith: ['writing'] })
  const wish = 'سلام — “to learn” 🪔'
  assert.equal((await join(person.scope, programme.linkKey, { wish })).enrolled, 1)
  assert.equal((await join(person.scope, programme.linkKey)).already, 1)
  const rows = await enrolmentRows(house, programme.id)
  assert.deepEqual(
    rows.map((row) => [row.person, row.enrolledBy, row.wish, row.topics]),
    [[person.id, person.id, wish, ['writing']]],
  )
})

test('Who left by themselves comes back by the same link.', async () => {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  const id = crypto.randomUUID()
  await join(person.scope, programme.linkKey, { id })
  await house.writeAs(person.scope, (tx) => withdraw(tx, { enrolment: id }))
  assert.equal((await join(person.scope, programme.linkKey)).enrolled, 1)
  assert.equal((await enrolmentRows(house, programme.id)).length, 2)
})

test('Into a programme by invitation nobody comes by the link, but who coordinates it.', async () => {
  const programme = await givenProgramme(house, { joining: 'invited' })
  const person = await givenPerson(house, programme.organisation)
  assert.equal(await refusedWith(join(person.scope, programme.linkKey)), 'programmes.invitedOnly')
  assert.equal((await join(programme.coordinator, programme.linkKey, { side: 'mentor' })).enrolled, 1)
})

test('On its last day a programme takes people in, the day after not.', async () => {
  const day = Temporal.PlainDate.from('2026-12-01')
  const programme = await givenProgramme(house, { startsOn: day, endsOn: day.add({ days: 9 }) })
  const [first, second] = [await givenPerson(house, programme.organisation), await givenPerson(house, programme.organisation)]
  const before = house.now().toString()
  house.setNow('2026-12-10T23:59:00Z')
  assert.equal((await join(first.scope, programme.linkKey)).enrolled, 1)
  house.setNow('2026-12-11T00:00:00Z')
  assert.equal(await refusedWith(join(second.scope, programme.linkKey)), 'programmes.over')
  house.setNow(before)
})

test('To another organisation’s people, and to a guess, there is no such link.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house)]
  const stranger = await givenPerson(house, other.organisation)
  for (const key of [programme.linkKey, programme.linkKey.toUpperCase(), '', 'x'.repeat(5_000)]) {
    assert.equal(await refusedWith(join(stranger.scope, key)), 'Missing')
  }
  assert.equal(
    await refusedWith(house.write((tx) => joinProgramme(tx, { id: tx.newId(), side: 'mentee', key: programme.linkKey }))),
    'programmes.invitedOnly',
  )
})

const typed = { id: '019ab000-0000-7000-8000-000000000000', key: 'k', side: 'mentor' }

test('No topic ticked means those of the profile; places left empty mean the template’s.', () => {
  const read = joinForm({ ...typed, wish: ' ', capacity: '' })
  assert.ok('input' in read)
  assert.deepEqual([read.input.topics, read.input.wish, read.input.capacity], [null, null, null])
  const ticked = joinForm({ ...typed, topics: 'finance', capacity: '۲' })
  assert.ok('input' in ticked)
  assert.deepEqual([ticked.input.topics, ticked.input.capacity], [['finance'], 2])
})

test('Too many topics, too long a wish and places that are no number are named, all at once.', () => {
  const read = joinForm({
    ...typed,
    side: 'both',
    topics: Array.from({ length: 21 }, (_, at) => `t${at}`),
    wish: 'x'.repeat(1_001),
    capacity: '1,5',
  })
  assert.ok('slips' in read)
  assert.deepEqual(
    read.slips.map(({ field, key }) => `${field} ${key}`),
    ['side slip.choose', 'topics slip.programme.topics', 'wish slip.too-long', 'capacity slip.whole'],
  )
})
