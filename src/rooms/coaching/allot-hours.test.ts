import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenBusiness } from '#businesses/businesses.testing'
import { decideBusiness } from '#businesses/decide-business'
import { realHands } from '#ground/chance'
import { allot as takeBack } from '#hours/allot'
import { refused, standing } from '#hours/hours.testing'
import { givenSide } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { allotHours } from './allot-hours.ts'
import { allotmentsOf } from './allotment-reads.ts'
import { givenClient, givenFundedBank } from './coaching.testing.ts'

const house = await testHouse()
const { newId } = realHands

test('Hours are given once by the same form, for twelve months, and at most twenty in a year (7.7.10 and 11).', async () => {
  const given = await givenFundedBank(house)
  const { business } = await givenClient(house, given.programme, { minutes: 0 })
  const asked = { id: newId(), business, minutes: 900 }
  for (const _ of [1, 2]) await house.writeAs(given.coordinator, (tx) => allotHours(tx, asked))
  assert.equal((await standing(house, given)).allotted, '900')
  const [allotment] = await house.read((db) => allotmentsOf(db, business))
  assert.equal(allotment?.expiresOn.toString(), '2027-11-23')
  const more = (minutes: number) => house.writeAs(given.coordinator, (tx) => allotHours(tx, { id: newId(), business, minutes }))
  await assert.rejects(more(301), refused('coaching.yearFull', { max: 20, left: 5 }))
  await more(300)
})

test('A business has hours once it is eligible, measured and coached, from a coordinator alone.', async () => {
  const given = await givenFundedBank(house)
  const client = await givenClient(house, given.programme, { minutes: 0 })
  const allot = (business: string, by = given.coordinator) =>
    house.writeAs(by, (tx) => allotHours(tx, { id: newId(), business, minutes: 60 }))
  await assert.rejects(allot(client.business, client.coach.scope), { name: 'Missing' })
  const bare = await givenBusiness(house, given.programme)
  await assert.rejects(allot(bare.id), refused('coaching.notEligible'))
  await house.writeAs(given.coordinator, (tx) => decideBusiness(tx, { id: newId(), business: bare.id, decision: 'eligible', reason: '' }))
  await assert.rejects(allot(bare.id), refused('coaching.noBaseline'))
})

test('A coach has six businesses with hours left at the most; a seventh has its place once one of them is through (7.7.11).', async () => {
  const given = await givenFundedBank(house)
  const coach = await givenSide(house, given.programme, 'mentor', { capacity: 8 })
  const clients = []
  for (let nth = 0; nth < 6; nth += 1) clients.push(await givenClient(house, given.programme, { coach, minutes: nth === 0 ? 15 : 60 }))
  const next = await givenClient(house, given.programme, { coach, minutes: 0 })
  const allot = (business: string) => house.writeAs(given.coordinator, (tx) => allotHours(tx, { id: newId(), business, minutes: 60 }))
  await assert.rejects(allot(next.business), refused('coaching.clientsFull', { max: 6 }))
  // More for who has some is no new client.
  await allot(clients[1]?.business ?? '')
  const holder = clients[0]?.business ?? ''
  await house.writeAs(given.coordinator, (tx) =>
    takeBack(tx, { id: newId(), bank: given.bank.id, holder, minutes: -15, day: Temporal.PlainDate.from('2026-11-23') }),
  )
  await allot(next.business)
})
