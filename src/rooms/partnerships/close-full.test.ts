import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { closeFull, closeFullEnrolment } from './close-full.ts'
import { endOf, givenProgramme, givenSide, lettersAbout, proposed } from './pairs.testing.ts'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()

test('A yes that leaves a place closes nothing; one that takes the last closes the rest, and only the other side is told.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { capacity: 3 })
  const mentees = [
    await givenSide(house, programme, 'mentee'),
    await givenSide(house, programme, 'mentee'),
    await givenSide(house, programme, 'mentee'),
  ]
  const ids: string[] = []
  for (const mentee of mentees) ids.push(await proposed(house, programme, mentor, mentee))
  const [one = '', two = '', three = ''] = ids
  const yes = (id: string) => house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  await yes(one)
  await house.write((tx) => closeFull(tx, { subject: one }))
  assert.equal(await endOf(house, three), undefined)
  await house.write((tx) => tx.updateTable('enrolments').set({ capacity: 2 }).where('id', '=', mentor.enrolment).execute())
  await yes(two)
  for (const _twice of [1, 2]) await house.write((tx) => closeFull(tx, { subject: two }))
  assert.deepEqual(await Promise.all(ids.map((id) => endOf(house, id))), [undefined, undefined, 'no-place'])
  await house.write((tx) => tellEnd(tx, { subject: three }))
  assert.deepEqual(
    (await lettersAbout(house, three)).map(({ recipient }) => recipient),
    [mentees[2]?.id],
  )
})

test('Who gives up all places keeps no proposal open; who gives up one of several keeps what fits.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { capacity: 2 })
  const id = await proposed(house, programme, mentor, await givenSide(house, programme, 'mentee'))
  const places = (capacity: number) =>
    house.write(async (tx) => {
      await tx.updateTable('enrolments').set({ capacity }).where('id', '=', mentor.enrolment).execute()
      await closeFullEnrolment(tx, { subject: mentor.enrolment })
    })
  await places(1)
  assert.equal(await endOf(house, id), undefined)
  await places(0)
  assert.equal(await endOf(house, id), 'no-place')
})
