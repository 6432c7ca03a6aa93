import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { acknowledge } from './acknowledge.ts'
import { concernLettersTo, givenSafe, officerEnded, raised, telling } from './concerns.testing.ts'
import { remindOfficers } from './remind-officers.ts'

const house = await testHouse()
const lettersTo = (person: string) => concernLettersTo(house, person)
const kindsTo = async (person: string) => (await lettersTo(person)).map(({ kind }) => kind)

test('Officers are reminded at half of the time and when it is over, once each; not once somebody has taken it on.', async () => {
  const safe = await givenSafe(house)
  house.setNow('2026-12-01T08:00:00Z')
  const waits = await raised(house, null, telling(safe.organisation, { severity: 'immediate' }))
  const taken = await raised(house, null, telling(safe.organisation, { severity: 'immediate' }))
  await house.writeAs(safe.officer.scope, (tx) => acknowledge(tx, { concern: taken.id }))
  const seen: string[][] = []
  for (const minutes of [29, 30, 31, 59, 60, 61, 600]) {
    house.setNow(Temporal.Instant.from('2026-12-01T08:00:00Z').add({ minutes }).toString())
    await house.write(remindOfficers)
    seen.push((await lettersTo(safe.second.id)).filter(({ body }) => body.includes(waits.id)).map(({ kind }) => kind))
  }
  const half = ['concern.half']
  const both = ['concern.half', 'concern.overdue']
  assert.deepEqual(seen, [[], half, half, half, both, both, both])
  assert.equal((await lettersTo(safe.second.id)).filter(({ body }) => body.includes(taken.id)).length, 0)
})

test('A house that slept over both tells of the overdue alone; without officers the administrators are reminded that nobody is named.', async () => {
  const safe = await givenSafe(house)
  house.setNow('2026-12-05T08:00:00Z')
  await raised(house, null, telling(safe.organisation, { severity: 'immediate' }))
  for (const one of [safe.officer, safe.second]) await officerEnded(house, one)
  house.setNow('2026-12-05T12:00:00Z')
  for (let times = 0; times < 3; times += 1) await house.write(remindOfficers)
  const kinds = (await kindsTo(safe.administrator.id)).filter((kind) => kind.startsWith('concern.'))
  assert.deepEqual(kinds, ['concern.unnamed'])
})
