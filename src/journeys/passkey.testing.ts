import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { houseScope } from '#ground/db'
import { assertNoBarriers } from '#testing/axe'
import type { TestDoors } from '#testing/doors'
import { speak } from './steps.testing.ts'

export const say = speak('en')
export const address = 'nilofar@example.org'

export const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click()
export const sees = (page: Page, text: string) => page.locator('main').getByText(text).first().waitFor()
export const at = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path)

/** A passkey is bound to the address of the settings, so the port must be known before the house is opened. */
export async function freePort(): Promise<string> {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

/** A finger sensor made of software, always of the right person. */
export async function givenSensor(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const can = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', ...can } })
}

export async function beginHouse(page: Page, doors: TestDoors): Promise<void> {
  await page.goto(doors.firstPath)
  await page.getByLabel(say('page.first.organisation')).fill('The Lantern Works')
  await page.getByLabel(say('page.first.name')).fill('Leila')
  await page.getByLabel(say('page.sign-in.address')).fill('leila@example.org')
  await page.getByLabel(say('page.first.empty')).first().check()
  await press(page, say('page.first.begin'))
}

export async function givenCoordinator(doors: TestDoors): Promise<void> {
  await doors.house.database.write(houseScope, async (tx) => {
    const { id: organisation } = await tx.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
    const person = tx.newId()
    await tx.insertInto('people').values({ id: person, organisation, code: 'N1', fullName: 'Nilofar', joinedAt: tx.now }).execute()
    await tx.insertInto('contacts').values({ person, organisation, kind: 'email', address, folded: address }).execute()
    await tx.insertInto('roles').values({ id: tx.newId(), person, role: 'coordinator', organisation, givenAt: tx.now }).execute()
  })
}

export const lettersWritten = (doors: TestDoors) =>
  doors.house.database.read(houseScope, (db) => db.selectFrom('mails').select(['kind', 'body']).orderBy('writtenAt').execute())

/** Goes to a page, and signs in by the letter that comes for it. */
export async function comeByLetter(page: Page, doors: TestDoors, path: string): Promise<void> {
  const before = (await lettersWritten(doors)).length
  await page.goto(path)
  await page.getByLabel(say('page.sign-in.address')).fill(address)
  await press(page, say('page.sign-in.ask'))
  await doors.letterTo(address, 'sign-in.asked')
  for (let waits = 0; waits < 100 && (await lettersWritten(doors)).length === before; waits += 1) await page.waitForTimeout(100)
  const { body } = await doors.letterTo(address, 'sign-in.asked')
  await page.getByLabel(say('page.code.code')).fill(/\b[A-Z2-9]{8}\b/.exec(body)?.[0] ?? '')
  await press(page, say('page.code.sign-in'))
}

/** Adds a passkey of that name; ends at the page after. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  await press(page, say('page.ways-in.add'))
  await at(page, '/me/passkeys/new')
  await assertNoBarriers(page)
  await page.getByLabel(say('page.new-passkey.name')).fill(name)
  await press(page, say('page.new-passkey.make'))
  await page.waitForURL(/done=passkey-added/)
}

export async function keepCodes(page: Page): Promise<string[]> {
  await at(page, '/me/recovery-codes')
  await assertNoBarriers(page)
  const codes = await page.locator('main .code').allInnerTexts()
  assert.equal(new Set(codes).size, 10)
  await press(page, say('page.recovery.kept'))
  return codes
}
