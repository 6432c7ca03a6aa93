import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { allotmentsOf } from './allotment-reads.ts'
import { booked, givenClient, givenFundedBank, meetingAt, soon } from './coaching.testing.ts'
import { excuseMeetings } from './excuse-meetings.ts'

const house = await testHouse()
const { newId } = realHands

test('An outage of three days ends its meetings with no mark, and their hours expire three days later (7.7.7).', async () => {
  const given = await givenFundedBank(house)
  const [one, two] = [await givenClient(house, given.programme), await givenClient(house, given.programme)]
  const before = await standing(house, given)
  const inside = [await booked(house, one), await booked(house, two, { startsAt: soon.add({ hours: 24 }) })]
  const outside = await booked(house, two, { startsAt: soon.add({ hours: 24 * 9 }) })
  const asked = {
    ...{ id: newId(), programme: given.programme.id, meetings: [...inside, outside], reason: 'The network was down' },
    ...{ from: Temporal.PlainDate.from('2026-11-24'), until: Temporal.PlainDate.from('2026-11-26') },
  }
  for (const _ of [1, 2]) await house.writeAs(given.coordinator, (tx) => excuseMeetings(tx, asked))
  for (const id of inside) {
    const { end } = await meetingAt(house, id)
    assert.deepEqual([end?.kind, end?.lostMinutes, end?.warned, end?.standby], ['forceMajeure', 0, false, 0n])
  }
  assert.equal((await meetingAt(house, outside)).end, null)
  for (const { business } of [one, two]) {
    const [allotment] = await house.read((db) => allotmentsOf(db, business))
    assert.equal(allotment?.expiresOn.toString(), '2027-11-26')
  }
  assert.equal((await standing(house, given)).allotted, String(Number(before.allotted) - 60))
  await assert.rejects(
    house.writeAs(one.coach.scope, (tx) => excuseMeetings(tx, { ...asked, id: newId() })),
    { name: 'Missing' },
  )
})
