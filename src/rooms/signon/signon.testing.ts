import { coordinating, type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import type { TestHouse } from '#testing/house'
import type { Metadata } from './provider.ts'
import { setUpProvider } from './set-up-provider.ts'

export const metadata: Metadata = {
  issuer: 'https://login.example.org',
  authorization_endpoint: 'https://login.example.org/auth',
  token_endpoint: 'https://login.example.org/token',
  jwks_uri: 'https://login.example.org/keys',
}

let counter = 0

/** An organisation whose administrator has set up a provider; its name is its own. */
export async function givenProvider(house: TestHouse, facts: { codeClaim?: string | null; isStrong?: boolean; isOnly?: boolean } = {}) {
  const administrator = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  counter += 1
  const name = `house-${counter}`
  await setUp(house, administrator, { name, ...facts })
  return { administrator, organisation: administrator.organisation, name }
}

export async function setUp(
  house: TestHouse,
  by: GivenPerson,
  facts: { name: string; codeClaim?: string | null; isStrong?: boolean; isOnly?: boolean },
): Promise<void> {
  const { name, codeClaim = null, isStrong = false, isOnly = false } = facts
  await house.writeAs(coordinating(by), (tx) => {
    const asked = { id: tx.newId(), organisation: by.organisation, name, issuer: metadata.issuer, client: 'lampline', secret: null }
    return setUpProvider(tx, { ...asked, codeClaim, isStrong, isOnly }, { metadata, secret: 'Quokka-secret' })
  })
}
