import { type GivenPerson, givenOrganisation, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'

/** Somebody in Kabul, where it is Monday 23 November, 12:30. */
export async function givenInKabul(house: TestHouse): Promise<GivenPerson> {
  return givenPerson(house, await givenOrganisation(house), { zone: 'Asia/Kabul' })
}

export const day = (text: string) => Temporal.PlainDate.from(text)

/** Whether a refusal has this name. */
export const named = (reason: string) => (error: unknown) => (error as { reason?: string }).reason === reason
