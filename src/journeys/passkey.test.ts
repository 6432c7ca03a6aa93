import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertNoBarriers } from '#testing/axe'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import {
  addPasskey,
  address,
  at,
  beginHouse,
  comeByLetter,
  freePort,
  givenCoordinator,
  givenSensor,
  keepCodes,
  lettersWritten,
  press,
  say,
  sees,
} from './passkey.testing.ts'

closeBrowserAfter()
/** A page that only a coordinator's role opens. */
const closed = '/programmes/new'

test('The first administrator begins by the printed link, and is led to a passkey before anything of the role opens.', {
  timeout: 120_000,
}, async () => {
  const doors = await openTestDoors({ PORT: await freePort(), LAMPLINE_PASSKEYS: 'required' })
  const { page: leila } = await browse(doors.url, { width: 1100, script: true })
  await givenSensor(leila)
  await beginHouse(leila, doors)
  await at(leila, '/session/proof')
  assert.equal(await leila.locator('nav a[href*="/organisations/"]').count(), 0)
  await addPasskey(leila, 'Desk')
  await keepCodes(leila)
  await leila.waitForURL(/\/\?done=begun/)
  assert.equal(await leila.locator('nav a[href*="/organisations/"]').count(), 1)
})

test('A coordinator adds a passkey, signs in by it, comes in elsewhere by a recovery code, ends the other session and changes the passkey.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors({ PORT: await freePort(), LAMPLINE_PASSKEYS: 'required' })
  await beginHouse((await browse(doors.url)).page, doors)
  await givenCoordinator(doors)

  const { page: telephone } = await browse(doors.url, { width: 360, script: true })
  await givenSensor(telephone)
  await comeByLetter(telephone, doors, closed)
  await at(telephone, '/session/proof')
  await assertNoBarriers(telephone)
  for (const own of ['/me', '/concern']) assert.equal((await telephone.goto(own))?.status(), 200, own)
  await telephone.goto(closed)
  await addPasskey(telephone, 'My telephone')
  const [code = '', ...others] = await keepCodes(telephone)
  await at(telephone, closed)
  await telephone.goto('/me/recovery-codes')
  for (const one of [code, ...others]) assert.ok(!(await telephone.content()).includes(one), 'the codes are shown once')

  const letters = (await lettersWritten(doors)).length
  await telephone.getByRole('button', { name: say('page.frame.sign-out') }).click()
  await at(telephone, '/sign-in')
  await assertNoBarriers(telephone)
  await press(telephone, say('page.sign-in.passkey'))
  await at(telephone, '/')
  assert.equal((await telephone.goto(closed))?.status(), 200)
  assert.equal((await lettersWritten(doors)).length, letters)

  const { page: laptop } = await browse(doors.url, { width: 1100, script: true })
  await comeByLetter(laptop, doors, closed)
  await at(laptop, '/session/proof')
  await laptop.getByLabel(say('page.proof.code')).fill('0000 0000 0000 0000')
  await press(laptop, say('page.proof.code-use'))
  await sees(laptop, say('page.proof.code-wrong'))
  await laptop.getByLabel(say('page.proof.code')).fill(code.toLowerCase())
  await press(laptop, say('page.proof.code-use'))
  await at(laptop, closed)
  assert.match((await doors.letterTo(address, 'session.fresh')).body, /\n\/me#sessions$/)

  await laptop.goto('/me')
  await assertNoBarriers(laptop)
  await press(laptop, say('page.me.sessions-end'))
  await laptop.waitForURL(/done=sessions-ended/)
  await telephone.goto(closed)
  await at(telephone, '/sign-in')

  await laptop.goto('/me/ways-in')
  await assertNoBarriers(laptop)
  await press(laptop, say('page.ways-in.remove'))
  await sees(laptop, say('refusal.passkeys.lastOne'))
  await givenSensor(laptop)
  await addPasskey(laptop, 'Laptop')
  await press(laptop, `${say('page.ways-in.remove')} \u2068My telephone\u2069`)
  await laptop.waitForURL(/done=passkey-removed/)
  assert.deepEqual(await laptop.locator('main tbody th bdi').allInnerTexts(), ['Laptop'])
})

test('A browser that reads no options as JSON, as those of some years ago, adds a passkey and confirms with it all the same.', {
  timeout: 120_000,
}, async () => {
  const doors = await openTestDoors({ PORT: await freePort(), LAMPLINE_PASSKEYS: 'required' })
  const { page, context } = await browse(doors.url, { width: 360, script: true })
  await context.addInitScript(`{
    delete PublicKeyCredential.parseCreationOptionsFromJSON
    delete PublicKeyCredential.parseRequestOptionsFromJSON
    delete PublicKeyCredential.prototype.toJSON
  }`)
  await givenSensor(page)
  await beginHouse(page, doors)
  await at(page, '/session/proof')
  await addPasskey(page, 'Old telephone')
  await keepCodes(page)
  await page.getByRole('button', { name: say('page.frame.sign-out') }).click()
  await at(page, '/sign-in')
  await press(page, say('page.sign-in.passkey'))
  await at(page, '/')
})

test('A device that says no changes nothing, and the page says so and offers it again.', { timeout: 60_000 }, async () => {
  const doors = await openTestDoors({ PORT: await freePort() })
  const { page } = await browse(doors.url, { width: 360, script: true })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const cannot = { hasResidentKey: true, hasUserVerification: true, isUserVerified: false, automaticPresenceSimulation: true }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', ...cannot } })
  await page.goto('/sign-in')
  await press(page, say('page.sign-in.passkey'))
  await at(page, '/passkey-session')
  await sees(page, say('passkeys.stopped'))
  await assertNoBarriers(page)
  assert.equal(await page.getByRole('button', { name: say('page.passkey-session.use') }).count(), 1)
})

test('Without script the page says in words that a passkey needs it, and the letter works; only pages with a passkey may run any script.', {
  timeout: 60_000,
}, async () => {
  const doors = await openTestDoors({ PORT: await freePort() })
  const { page } = await browse(doors.url)
  const opened = await page.goto('/sign-in')
  assert.match((await opened?.headerValue('content-security-policy')) ?? '', /; script-src 'self'$/)
  await sees(page, say('page.sign-in.passkey-off'))
  assert.equal(await page.getByRole('button', { name: say('page.sign-in.passkey') }).count(), 0)
  await page.goto('/passkey-session')
  await sees(page, say('passkeys.off'))
  const without = await page.goto('/concern')
  assert.doesNotMatch((await without?.headerValue('content-security-policy')) ?? 'script', /script/)
  assert.equal(await page.locator('script').count(), 0)

  await beginHouse(page, doors)
  await page.waitForURL(/done=begun/)
  await page.goto('/me/ways-in')
  await sees(page, say('page.ways-in.asked'))
  await sees(page, say('passkeys.off'))
})
