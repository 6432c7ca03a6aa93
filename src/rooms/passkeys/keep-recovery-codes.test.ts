import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { keyOf, sessionOf } from './passkeys.testing.ts'
import { sheetOf } from './reads.ts'
import { codesFrom } from './recovery-code.ts'
import { useRecoveryCode } from './use-recovery-code.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const secret = (nth: number) => Buffer.alloc(16, nth).toString('base64url')
const keep = (person: GivenPerson, session: string, from: string, id?: string) =>
  house.writeAs(person.scope, (tx) => keepRecoveryCodes(tx, { id: id ?? tx.newId(), secret: from, person: person.id, session }))
const use = (person: GivenPerson, session: string, code: string) =>
  house.writeAs(person.scope, async (tx) => (await useRecoveryCode(tx, { code, person: person.id, session })).kind)

test('Ten codes of 80 bits come of a secret; of another secret come ten others.', () => {
  const codes = [...codesFrom(secret(1)), ...codesFrom(secret(2))]
  assert.equal(new Set(codes).size, 20)
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/)
})

test('What the database keeps of them are hashes, of which none is the code’s own.', async () => {
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  await keep(person, session, secret(3))
  const rows = await house.database.read(person.scope, (db) => db.selectFrom('recoveryCodes').selectAll().execute())
  assert.equal(rows.length, 10)
  const text = JSON.stringify(
    rows.map((row) => [row.sheet, Buffer.from(row.codeHash).toString('hex'), Buffer.from(row.codeHash).toString('latin1')]),
  )
  for (const code of [...codesFrom(secret(3)), secret(3)]) assert.ok(!text.includes(code))
})

test('A new sheet voids the one before; the same form twice is one sheet.', async () => {
  const person = await givenPerson(house, organisation)
  await keyOf(house, person)
  const { session } = await sessionOf(house, person, 'passkey')
  const id = crypto.randomUUID()
  await keep(person, session, secret(4), id)
  await keep(person, session, secret(4), id)
  house.setNow(house.now().add({ seconds: 1 }).toString())
  await keep(person, session, secret(5))
  assert.equal((await house.read((db) => sheetOf(db, person.id)))?.left, 10)
  const later = await sessionOf(house, person)
  assert.equal(await use(person, later.session, codesFrom(secret(4))[0] ?? ''), 'wrong')
  assert.equal(await use(person, later.session, codesFrom(secret(5))[0] ?? ''), 'proven')
})

test('Codes stand in for a passkey: without one, or by letter alone, none are kept; and nobody else reads them.', async () => {
  const person = await givenPerson(house, organisation)
  const { session } = await sessionOf(house, person)
  await assert.rejects(keep(person, session, secret(6)), { reason: 'passkeys.noneYet' })
  await keyOf(house, person)
  await assert.rejects(keep(person, session, secret(6)), { reason: 'passkeys.proveFirst' })
  await keep(person, (await sessionOf(house, person, 'passkey')).session, secret(6))
  const administrator = await givenKeeper(house, organisation, 'administrator')
  const seen = await house.database.read(administrator.scope, (db) => db.selectFrom('recoveryCodes').select('nth').execute())
  assert.deepEqual(seen, [])
})
