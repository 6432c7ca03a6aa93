import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { isProven } from '#people/sign-in-reads'
import { type GivenPerson, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { limits } from './passkey.ts'
import { keyOf, sessionOf } from './passkeys.testing.ts'
import { sheetOf } from './reads.ts'
import { codesFrom, inGroups } from './recovery-code.ts'
import { useRecoveryCode } from './use-recovery-code.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const wrong = '0000 0000 0000 0000'

async function given() {
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  const secret = Buffer.from(person.id.slice(0, 16)).toString('base64url')
  await house.writeAs(person.scope, (tx) => keepRecoveryCodes(tx, { id: tx.newId(), secret, person: person.id, session }))
  return { person, codes: codesFrom(secret), session: (await sessionOf(house, person)).session }
}
const use = (person: GivenPerson, session: string, code: string) =>
  house.writeAs(person.scope, async (tx) => (await useRecoveryCode(tx, { code, person: person.id, session })).kind)

test('A code confirms the session, in any case, spacing and digits, with O for 0 and l for 1; each once.', async () => {
  const { person, codes, session } = await given()
  const [first = '', second = ''] = codes
  const typed = inGroups(first).toLowerCase().replaceAll('0', 'O').replaceAll('1', 'l')
  assert.equal(await use(person, session, ` ${typed} `), 'proven')
  assert.equal(await house.read((db) => isProven(db, session)), true)
  const later = await sessionOf(house, person)
  assert.equal(await use(person, later.session, first), 'wrong')
  assert.equal(
    await use(
      person,
      later.session,
      second.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? ''),
    ),
    'proven',
  )
  assert.equal((await house.read((db) => sheetOf(db, person.id)))?.left, 8)
})

test('Of four sessions that use one code at once, one is confirmed.', async () => {
  const { person, codes } = await given()
  const sessions = await Promise.all(Array.from({ length: 4 }, () => sessionOf(house, person)))
  const all = await Promise.all(sessions.map(({ session }) => use(person, session, codes[0] ?? '')))
  assert.deepEqual(all.toSorted(), ['proven', 'wrong', 'wrong', 'wrong'])
})

test('After five wrong codes the right one opens nothing for a quarter of an hour.', async () => {
  const { person, codes, session } = await given()
  const all = await Promise.all(Array.from({ length: 8 }, () => use(person, session, wrong)))
  assert.equal(all.filter((one) => one === 'wrong').length, limits.codeTriesMax)
  assert.equal(await use(person, session, codes[0] ?? ''), 'closed')
  house.setNow(house.now().add({ minutes: limits.codeTriesMinutes }).toString())
  assert.equal(await use(person, session, codes[0] ?? ''), 'proven')
})

test('Another’s code is wrong for me, and another’s session is not mine to confirm.', async () => {
  const [one, other] = [await given(), await given()]
  assert.equal(await use(one.person, one.session, other.codes[0] ?? ''), 'wrong')
  await assert.rejects(use(one.person, other.session, one.codes[0] ?? ''), Missing)
  assert.equal((await house.read((db) => sheetOf(db, one.person.id)))?.left, 10)
})
