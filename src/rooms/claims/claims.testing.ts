import { type GivenCoaching, givenCoaching, logged } from '#coaching/coaching.testing'
import { recordConfirmation } from '#coaching/record-confirmation'
import { realHands } from '#ground/chance'
import { coordinating, givenKeeper } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { makeClaim } from './make-claim.ts'

const { newId } = realHands
export const month = Temporal.PlainDate.from('2026-11-01')
/** The month of the meetings is over. */
export const afterMonth = (house: TestHouse) => house.setNow('2026-12-02T08:00:00Z')

/** A coach with confirmed meetings of November; the clock stands in December. */
export async function givenConfirmed(house: TestHouse, facts: { meetings?: number } = {}): Promise<GivenCoaching> {
  const given = await givenCoaching(house)
  for (let nth = 0; nth < (facts.meetings ?? 1); nth += 1) {
    const meeting = await logged(house, given)
    const told = { id: newId(), meeting, says: 'yes', minutes: null, how: 'call', reference: '' } as const
    await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, told))
  }
  afterMonth(house)
  return given
}

export async function givenClaim(house: TestHouse) {
  const given = await givenConfirmed(house)
  const id = newId()
  await house.writeAs(given.coach.scope, (tx) => makeClaim(tx, { id, bank: given.bank.id, coach: given.coach.id, month }))
  const second = coordinating(await givenKeeper(house, given.bank.organisation), given.bank.programme)
  return { ...given, claim: id, second }
}
