import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { limits } from './session.ts'
import { askAt, here, letterAt, linkRow } from './sign-in.testing.ts'
import { useSignInCode } from './use-sign-in-code.ts'
import { useSignInLink } from './use-sign-in-link.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
let nth = 0
const given = async () => {
  nth += 1
  const browser = `browser-${nth}`
  await givenPerson(house, organisation, { email: `code${nth}@example.org` })
  return { browser, ...(await letterAt(house, `code${nth}@example.org`, { browser, network: browser })) }
}
const type = (code: string, browser: string) =>
  house.writeAs(signInScope, async (tx) => (await useSignInCode(tx, { code, browser, device: here.device })).kind)

test('The code signs in where it was asked, in any case, with spaces and hyphens.', async () => {
  const { code, browser } = await given()
  assert.equal(await type(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, browser), 'session')
  assert.equal(await type(code, browser), 'closed')
})

test('The code of one browser’s letter opens nothing in another.', async () => {
  const { code, browser } = await given()
  const other = await given()
  assert.equal(await type(code, other.browser), 'wrong')
  assert.equal(await type(code, 'nobody-asked-here'), 'closed')
  assert.equal(await type(code, browser), 'session')
})

test('After five wrong codes the right one opens nothing any more; the link itself still does.', async () => {
  const { link, code, token, browser } = await given()
  for (let tries = 0; tries < limits.codeTriesMax; tries++) assert.equal(await type('AAAAAAAA', browser), 'wrong')
  assert.equal((await linkRow(house, link))?.tries, limits.codeTriesMax)
  assert.equal(await type(code, browser), 'closed')
  const entered = await house.writeAs(signInScope, (tx) => useSignInLink(tx, { token, browser, device: '' }))
  assert.equal(entered.kind, 'session')
})

test('Wrong codes at the same moment are counted one by one: five tries are five.', async () => {
  const { link, browser } = await given()
  const all = await Promise.all(Array.from({ length: 16 }, () => type('AAAAAAAA', browser)))
  assert.equal(all.filter((kind) => kind === 'wrong').length, limits.codeTriesMax)
  assert.equal((await linkRow(house, link))?.tries, limits.codeTriesMax)
})

test('Where nobody has the address, a typed code is wrong as anywhere.', async () => {
  await askAt(house, 'nobody@example.org', { browser: 'curious', network: 'curious' })
  assert.equal(await type('AAAAAAAA', 'curious'), 'wrong')
})

test('The code is as old as its letter: after ten minutes it opens nothing.', async () => {
  const { code, browser } = await given()
  house.setNow('2026-11-23T08:10:00Z')
  assert.equal(await type(code, browser), 'closed')
})
