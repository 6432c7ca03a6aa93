import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { concernLettersTo, givenOfficer, givenSafe, officerEnded, raised, telling } from './concerns.testing.ts'
import { tellNewOfficer } from './tell-new-officer.ts'
import { tellOfficers } from './tell-officers.ts'

const house = await testHouse()
const lettersTo = (person: string) => concernLettersTo(house, person)
const kindsTo = async (person: string) => (await lettersTo(person)).map(({ kind }) => kind)

const told = (subject: string) => house.write((tx) => tellOfficers(tx, { subject }))

test('Where nobody may read it, administrators learn that one waits and not one word; the officer named then is told.', async () => {
  const safe = await givenSafe(house)
  for (const one of [safe.officer, safe.second]) await officerEnded(house, one)
  const { id } = await raised(house, null, telling(safe.organisation))
  await told(id)
  const [letter] = (await lettersTo(safe.administrator.id)).filter(({ kind }) => kind === 'concern.unnamed')
  assert.match(letter?.body ?? '', /\/safeguarding$/)
  assert.doesNotMatch(letter?.body ?? '', new RegExp(id))
  const late = await givenOfficer(house, safe.organisation)
  const news = { organisation: safe.organisation, facts: { role: 'safeguarding' } }
  for (let times = 0; times < 2; times += 1) await house.write((tx) => tellNewOfficer(tx, news))
  await house.write((tx) => tellNewOfficer(tx, { ...news, facts: { role: 'coordinator' } }))
  assert.deepEqual(await kindsTo(late.id), ['concern.raised'])
})
