import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { houseScope } from '#ground/db'
import type { Say } from '#ground/words'
import { assertNoBarriers } from '#testing/axe'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors, type TestDoors } from '#testing/doors'
import { beginHouse, signInTo, speak } from './steps.testing.ts'

closeBrowserAfter()

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name }).click()

/** Somebody of the house with an address, to be named as an officer. */
async function givenNilofar(doors: TestDoors): Promise<void> {
  await doors.house.database.write(houseScope, async (tx) => {
    const { id: organisation } = await tx.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
    const person = tx.newId()
    await tx.insertInto('people').values({ id: person, organisation, code: 'N1', fullName: 'Nilofar', joinedAt: tx.now }).execute()
    const address = 'nilofar@example.org'
    await tx.insertInto('contacts').values({ person, organisation, kind: 'email', address, folded: address }).execute()
  })
}

async function nameOfficer(page: Page, say: Say): Promise<void> {
  await page.goto('/safeguarding')
  await page.getByLabel(say('label.officer.code')).fill('N1')
  await press(page, say('page.officers.give'))
  await page.waitForURL(/done=role-given/)
  await assertNoBarriers(page)
}

async function tell(page: Page, say: Say): Promise<string> {
  await page.goto('/sign-in')
  await page
    .locator('footer')
    .getByRole('link', { name: say('page.frame.concern') })
    .click()
  await assertNoBarriers(page, true)
  await press(page, say('page.concern.send'))
  await assertNoBarriers(page, true)
  await page.getByLabel(say('label.concern.what')).fill('او شب‌ها می‌نویسد.')
  await page.getByLabel(say('concern.severity.serious')).check()
  await press(page, say('page.concern.send'))
  await page.waitForURL(/done=concern-raised/)
  await assertNoBarriers(page, true)
  return page.locator('.code').innerText()
}

async function answer(page: Page, say: Say, doors: TestDoors): Promise<void> {
  const { body } = await doors.letterTo('nilofar@example.org', 'concern.raised')
  assert.doesNotMatch(body, /می‌نویسد/)
  await signInTo(page, say, doors, 'nilofar@example.org', /\/concerns\/[0-9a-f-]+/.exec(body)?.[0] ?? '')
  await assertNoBarriers(page)
  await press(page, say('page.answer.acknowledge'))
  await page.getByLabel(say('label.concern.answer')).fill('Are you safe?')
  await press(page, say('page.answer.send'))
  await page.waitForURL(/done=concern-answered/)
  await page.goto('/concerns')
  await assertNoBarriers(page)
}

test('Somebody without a name tells, on a telephone, in Dari; the officer takes it on and asks; the code leads back to the question.', {
  timeout: 120_000,
}, async () => {
  const doors = await openTestDoors()
  const [say, dari] = [speak('en'), speak('fa-AF')]
  const { page: leila } = await browse(doors.url, { width: 1100 })
  await beginHouse(leila, say, doors, 'empty')
  await givenNilofar(doors)
  await nameOfficer(leila, say)
  const { page: telephone } = await browse(doors.url, { width: 360, language: 'fa-AF', dark: true })
  const code = await tell(telephone, dari)
  const { page: nilofar } = await browse(doors.url, { width: 1100 })
  await answer(nilofar, say, doors)

  const { page: elsewhere } = await browse(doors.url, { width: 360, language: 'fa-AF' })
  await elsewhere.goto('/concern')
  await elsewhere.getByLabel(dari('label.concern.code')).fill(code)
  await press(elsewhere, dari('page.concern.open'))
  await elsewhere.getByText('Are you safe?').waitFor()
  assert.equal(await elsewhere.locator('.code').count(), 0)

  await leila.goto('/outbox')
  assert.doesNotMatch(await leila.locator('main').innerText(), /nilofar@example\.org.*concern/i)
  assert.equal((await leila.goto('/concerns'))?.status(), 404)
})
