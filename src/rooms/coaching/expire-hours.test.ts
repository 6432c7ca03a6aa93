import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveBack } from '#funding/give-back'
import { takePayment } from '#funding/take-payment'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { allotHours } from './allot-hours.ts'
import { booked, givenClient, givenFundedBank, logOf, soon } from './coaching.testing.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { expireHours, remindExpiry } from './expire-hours.ts'
import { logCoaching } from './log-coaching.ts'

const house = await testHouse()
const { newId } = realHands
const early = () => house.setNow('2026-11-23T08:00:00Z')

test('Of 1,200 minutes 975 were used: on the day after the last, 225 go back to the pool, once, and AFN 450 to the client (7.7.10).', async () => {
  early()
  const given = await givenFundedBank(house)
  const client = await givenClient(house, given.programme)
  const money = { currency: 'AFN', minorDigits: 2, isLookedOver: true }
  for (let nth = 0; nth < 4; nth += 1) {
    const step = { ...money, amount: 60_000n, valueDate: Temporal.PlainDate.from('2026-11-23'), payer: 'Bakery', reference: null }
    await house.writeAs(given.coordinator, (tx) => takePayment(tx, { ...step, id: newId(), bank: given.bank.id, holder: client.business }))
  }
  for (let nth = 0; nth < 13; nth += 1) {
    const startsAt = soon.add({ hours: 24 * 7 * nth })
    early()
    const meeting = await booked(house, client, { startsAt, minutes: 75 })
    house.setNow(startsAt.add({ hours: 2 }).toString())
    const day = startsAt.toZonedDateTimeISO('Asia/Kabul').toPlainDate()
    await house.writeAs(client.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { day, minutes: 75 })))
    await house.writeAs(client.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says: 'yes', minutes: null }))
  }
  const before = await standing(house, given)
  assert.deepEqual([before.used, before.allotted], ['975', '225'])
  house.setNow('2027-11-23T23:00:00Z')
  await house.write(expireHours)
  assert.equal((await standing(house, given)).allotted, '225', 'its last day is still a day')
  house.setNow('2027-11-24T01:25:00Z')
  for (const _ of [1, 2]) await house.write(expireHours)
  const after = await standing(house, given)
  assert.deepEqual([after.allotted, Number(after.pool) - Number(before.pool)], [undefined, 225])
  assert.deepEqual([after['cash client'], after['spent client']], ['450', '1950'])

  const letters = await house.read((db) => db.selectFrom('mails').select(['title']).where('kind', '=', 'coaching.credit').execute())
  assert.deepEqual(
    letters.map(({ title }) => title),
    ['You have 450 AFN to get back'],
  )
  const [clients, returnedOn] = [given.client.id, Temporal.PlainDate.from('2027-11-24')]
  const back = { ...money, funder: clients, holder: client.business, returnedOn, payee: 'Bakery', reference: 'Slip 12' }
  const giveBackOf = (amount: bigint) => house.writeAs(given.coordinator, (tx) => giveBack(tx, { ...back, id: newId(), amount }))
  await assert.rejects(giveBackOf(45_100n), refused('hours.short', { who: 'Client', left: '450', asked: '451' }))
  await giveBackOf(45_000n)
  assert.equal((await standing(house, given))['cash client'], undefined)
})

test('Owners are told 90, 30 and 7 days before, each once, of what is left and until when.', async () => {
  early()
  const given = await givenFundedBank(house)
  const client = await givenClient(house, given.programme)
  const letters = () => house.read((db) => db.selectFrom('mails').select(['title']).where('recipient', '=', client.owner.id).execute())
  const written: number[] = []
  for (const day of ['2027-08-24', '2027-08-25', '2027-08-26', '2027-10-24', '2027-11-16', '2027-11-20']) {
    house.setNow(`${day}T05:40:00Z`)
    await house.write(remindExpiry)
    written.push((await letters()).filter(({ title }) => title.includes('20 hours')).length)
  }
  assert.deepEqual(written, [0, 1, 1, 2, 3, 3])
})

test('Hours that expire later are there whole: what is used counts against those that expire first.', async () => {
  early()
  const given = await givenFundedBank(house)
  const client = await givenClient(house, given.programme, { minutes: 300 })
  house.setNow('2027-02-01T08:00:00Z')
  await house.writeAs(given.coordinator, (tx) => allotHours(tx, { id: newId(), business: client.business, minutes: 240 }))
  house.setNow('2027-11-24T01:25:00Z')
  await house.write(expireHours)
  assert.equal((await standing(house, given)).allotted, '240')
})
