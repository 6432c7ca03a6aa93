import assert from 'node:assert/strict'
import type { TestHouse } from '#testing/house'
import { givenMeeting, lettersTo } from './meetings.testing.ts'
import { inviteBoth } from './write-invitations.ts'

/** A meeting to which both are invited, with what the mentor's calendar program was sent. */
export async function invited(house: TestHouse) {
  const given = await givenMeeting(house, null)
  const { meeting, mentor } = given
  await house.write((tx) => inviteBoth(tx, { subject: meeting }))
  const letters = await lettersTo(house, meeting, 'meeting.invitation')
  const address = letters.find(({ recipient }) => recipient === mentor.id)?.address ?? assert.fail('not invited')
  const other = letters.find(({ recipient }) => recipient !== mentor.id)?.address ?? assert.fail('not invited')
  const replied = { uid: `${meeting}@lampline`, sequence: 1_000, address, partstat: 'ACCEPTED' as const }
  return { ...given, address, other, replied }
}
