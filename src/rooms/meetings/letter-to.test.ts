import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { letterTo } from './letter-to.ts'
import { givenMeeting, lettersTo } from './meetings.testing.ts'

const house = await testHouse()

test('A letter greets its reader, names the partner, and ends with its link; who has no address gets none.', async () => {
  const { meeting, mentor, mentee, programme } = await givenMeeting(house)
  await house.write((tx) => tx.deleteFrom('contacts').where('person', '=', mentee.id).execute())
  const two = { host: mentor.id, guest: mentee.id, organisation: programme.organisation }
  for (const person of [mentor.id, mentee.id]) {
    await house.write((tx) =>
      letterTo(tx, two, person, { kind: 'meeting.test', about: meeting, version: 1, path: '/meetings/1' }, (_say, partner) => ({
        title: 'Good day',
        body: [`with ${partner.name}`, ''],
        link: 'Here:',
      })),
    )
  }
  const letters = await lettersTo(house, meeting, 'meeting.test')
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    [mentor.id],
  )
  assert.match(letters[0]?.body ?? '', /^Dear [\s\S]+\n\nwith Person \d+\n\nHere:\n\/meetings\/1$/)
})
