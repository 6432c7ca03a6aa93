import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { decideShares, type ProposeShares, proposeShares } from './change-shares.ts'
import { closePeriod } from './close-period.ts'
import { day, fund, type GivenBank, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { doneOf } from './ledger.testing.ts'
import { shareSetsOf } from './share-reads.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

const bandsOf = ({ donor, chamber }: GivenBank) => [
  {
    fromMinutes: 0,
    shares: [
      { funder: donor.id, basisPoints: 5_000 },
      { funder: chamber.id, basisPoints: 5_000 },
    ],
  },
]

async function proposed(given: GivenBank, facts: Partial<ProposeShares> = {}): Promise<string> {
  const asked = { id: newId(), bank: given.bank.id, fromDay: day('2026-06-01'), bands: bandsOf(given), ...facts }
  await house.writeAs(given.coordinator, (tx) => proposeShares(tx, asked))
  return asked.id
}

async function secondOf({ bank }: GivenBank): Promise<Scope> {
  return coordinating(await givenKeeper(house, bank.organisation), bank.programme)
}

const decide = (scope: Scope, shareSet: string, agrees: boolean) => house.writeAs(scope, (tx) => decideShares(tx, { shareSet, agrees }))

test('Changed shares hold once a second person agrees, from their day on; what is booked keeps the shares it was booked at.', async () => {
  const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null } })
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder } = await givenHolder(house, given)
  const booked = await reserved(house, given, holder)
  const shares = await proposed(given)
  await reserved(house, given, holder)
  await assert.rejects(decide(given.coordinator, shares, true), refused('hours.secondPerson'))
  await decide(await secondOf(given), shares, true)
  await reserved(house, given, holder, { day: day('2026-05-31') })
  const old = await standing(house, given)
  assert.deepEqual([old['reserved nordlys'], old['reserved chamber'], old['reserved client']], ['2520', '720', '360'])
  await reserved(house, given, holder)
  const after = await standing(house, given)
  assert.deepEqual([after['reserved nordlys'], after['reserved chamber'], after['reserved client']], ['3120', '1320', '360'])
  const paying = { id: newId(), reservation: booked.id, minutes: 60, day: day('2026-06-20'), coach }
  await house.writeAs(given.coordinator, (tx) => spend(tx, paying))
  const spent = await standing(house, given)
  assert.deepEqual([spent['spent nordlys'], spent['spent chamber'], spent['spent client']], ['840', '240', '120'])
})

test('Of two who decide otherwise at the same moment, the first is heeded and the other is told.', async () => {
  for (let round = 0; round < 5; round += 1) {
    const given = await givenBank(house)
    const shares = await proposed(given)
    const [second, third] = [await secondOf(given), await secondOf(given)]
    assert.equal(await doneOf([decide(second, shares, true), decide(third, shares, false)], 'hours.decided'), 1)
  }
})

test('The database takes no agreement by who proposed, and no shares that do not add up or are nothing.', async () => {
  const given = await givenBank(house)
  const shares = await proposed(given)
  const agreement = sql`insert into share_set_agreements values (${shares}, true, now(), ${given.keeper.id})`
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => agreement.execute(tx)),
    { constraint: 'second_person' },
  )
  const another = { funder: given.client.id, basisPoints: 1 }
  await assert.rejects(
    house.writeAs(given.coordinator, async (tx) => {
      const [set] = (await shareSetsOf(tx, given.bank.id)).slice(-1)
      await tx
        .insertInto('shareLines')
        .values({ ...another, band: set?.bands[0]?.id ?? '' })
        .execute()
    }),
    { constraint: 'shares_whole' },
  )
})

test('Shares that do not add up, that are nothing, of the budget or of another bank, and bands that start together are refused.', async () => {
  const given = await givenBank(house)
  const [band] = bandsOf(given)
  const [donor, chamber] = band?.shares ?? []
  assert.ok(band && donor && chamber)
  const shares = (...some: { funder: string; basisPoints: number }[]) => proposed(given, { bands: [{ fromMinutes: 0, shares: some }] })
  await assert.rejects(shares(donor, { ...chamber, basisPoints: 4_999 }), refused('hours.sharesNotWhole'))
  await assert.rejects(shares(), refused('hours.sharesNotWhole'))
  await assert.rejects(shares({ ...donor, basisPoints: 10_000 }, { ...chamber, basisPoints: 0 }), refused('hours.sharesNotWhole'))
  await assert.rejects(shares({ ...donor, basisPoints: 10_001 }, { ...chamber, basisPoints: -1 }), refused('hours.sharesNotWhole'))
  await assert.rejects(shares({ ...donor, basisPoints: 5_000.5 }, { ...chamber, basisPoints: 4_999.5 }), refused('hours.sharesNotWhole'))
  await assert.rejects(shares(donor, donor), refused('hours.sharesNotWhole'))
  await assert.rejects(proposed(given, { bands: [band, band] }), refused('hours.sharesNotWhole'))
  await assert.rejects(proposed(given, { bands: [] }), refused('hours.sharesNotWhole'))
  await assert.rejects(shares(donor, { funder: given.budget.id, basisPoints: 5_000 }), refused('hours.noShare'))
  await assert.rejects(shares(donor, { funder: newId(), basisPoints: 5_000 }), refused('hours.noShare'))
  await house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: newId(), bank: given.bank.id, through: day('2026-06-30') }))
  await assert.rejects(proposed(given), refused('hours.closed', { day: '2026-06-30' }))
})
