import { realHands } from '#ground/chance'
import { givenBank } from '#hours/hours.testing'
import type { GivenProgramme } from '#programmes/programmes.testing'
import type { TestHouse } from '#testing/house'
import type { Particulars } from './business.ts'
import { registerBusiness } from './register-business.ts'

let counter = 0

export function givenParticulars(facts: Partial<Particulars> = {}): Particulars {
  return {
    ...{
      name: 'Zahra Tailoring',
      section: 'C',
      sector: 'Tailoring',
      place: 'Mazar-e-Sharif',
      startedOn: Temporal.PlainDate.from('2025-09-01'),
    },
    ...{ licence: null, phone: null, workers: 2, otherSupport: false, tied: false },
    owners: [{ person: null, name: 'Zahra', adult: true }],
    trainings: [{ package: 'SYB', year: 2025 }],
    ...facts,
  }
}

/** A business of the programme, registered by its coordinator. */
export async function givenBusiness(
  house: TestHouse,
  programme: Pick<GivenProgramme, 'id' | 'coordinator'>,
  facts: Partial<Particulars> = {},
) {
  counter += 1
  const [id, code] = [realHands.newId(), `B${counter}`]
  await house.writeAs(programme.coordinator, (tx) =>
    registerBusiness(tx, { id, programme: programme.id, code, ...givenParticulars({ name: `Business ${counter}`, ...facts }) }),
  )
  return { id, code }
}

/** A programme whose bank is open. */
export async function givenBanked(house: TestHouse) {
  const { bank, keeper, coordinator } = await givenBank(house)
  return { id: bank.programme, organisation: bank.organisation, name: bank.name, keeper, coordinator }
}
