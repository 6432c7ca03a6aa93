import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outbox } from '#ground/mail'
import { testHouse } from '#testing/house'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { tellOfficers } from './tell-officers.ts'

const house = await testHouse()

const told = (subject: string) => house.write((tx) => tellOfficers(tx, { subject }))

test('No outbox shows it to the administrator or the coordinator.', async () => {
  const safe = await givenSafe(house)
  const { id } = await raised(house, null, telling(safe.organisation))
  await told(id)
  for (const scope of [safe.administrator.scope, safe.coordinator]) {
    const seen = await house.writeAs(scope, (tx) => outbox(tx))
    assert.deepEqual(
      seen.filter(({ kind }) => kind.startsWith('concern.')),
      [],
    )
  }
})
