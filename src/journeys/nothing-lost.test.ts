import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { notesOf } from '#notebook/reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { writeSignInLetter } from '#people/write-sign-in-letter'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'
import { speak } from './steps.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const say = speak('en')
const look = { language: 'en', width: 360, dark: false } as const
const typed = 'An hour of thought.\n\n  With a gap, and یک سطر دری.'

async function givenWriter() {
  const pair = await givenUnderWay(house)
  const writer = await visit(pair.mentor.id, look)
  await writer.page.goto(`/partnerships/${pair.id}/notebook`)
  await writer.page.locator('textarea').fill(typed)
  const saved = async () => {
    const seen = await house.database.read(pair.mentee.scope, (db) => notesOf(db, { partnership: pair.id, kind: 'shared' }))
    return seen.map(({ first }) => first)
  }
  return { pair, writer, saved }
}

/** Signs in as somebody does, by the code of the letter. */
async function signIn(page: Page, person: string): Promise<void> {
  const address = await house.read((db) =>
    db.selectFrom('contacts').select('address').where('person', '=', person).executeTakeFirstOrThrow(),
  )
  await page.getByLabel(say('page.sign-in.address')).fill(address.address)
  await page.getByRole('button', { name: say('page.sign-in.ask') }).click()
  await page.waitForURL(/\/sign-in\/code/)
  const subject = (await house.news('sign-in.asked')).at(-1)?.subject ?? ''
  await house.write((tx) => writeSignInLetter(tx, { subject }))
  const letter = await house.read((db) => db.selectFrom('mails').select('body').where('about', '=', subject).executeTakeFirstOrThrow())
  await page.getByLabel(say('page.code.code')).fill(/\n([A-Z0-9]{8})\n/.exec(letter.body)?.[1] ?? '')
  await page.getByRole('button', { name: say('page.code.sign-in') }).click()
}

test('Who was signed out while writing signs in beside the page and sends it again, with nothing typed twice.', {
  timeout: 60_000,
}, async () => {
  const { pair, writer, saved } = await givenWriter()
  const { page } = writer
  await house.write(async (tx) => {
    const { id } = await tx.selectFrom('sessions').select('id').where('person', '=', pair.mentor.id).executeTakeFirstOrThrow()
    await tx.insertInto('sessionEnds').values({ session: id, at: tx.now }).execute()
  })
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await writer.press(/\/notebook$/)
  const refused = await answer
  assert.equal(refused.status(), 401)
  assert.equal(refused.headers()['cache-control'], 'no-store')
  assert.deepEqual(await saved(), [])

  const [beside] = await Promise.all([page.context().waitForEvent('page'), page.locator('main a[target=_blank]').click()])
  await signIn(beside, pair.mentor.id)
  await beside.waitForURL((url) => url.pathname === `/partnerships/${pair.id}/notebook`)
  await beside.close()
  await page.getByRole('button', { name: say('page.plain.send-again') }).click()
  await page.waitForURL(/done=saved/)
  assert.equal((await saved()).length, 1)
  await page.locator('main a[href^="/notes/"]').click()
  assert.equal(await page.locator('main .written').textContent(), typed)
})

/** Sends while there is no signal, and waits for the browser's own page that says so. */
async function sendInTheDark(page: Page): Promise<void> {
  await page.context().setOffline(true)
  const failed = page.waitForEvent('requestfailed')
  await page.locator('main form[action$="/notebook"] button').first().click({ noWaitAfter: true })
  await failed
  await page.waitForURL(/^chrome-error:/)
}

test('Sent without a signal, what was typed is sent by reloading once the signal is back, and once alone.', {
  timeout: 60_000,
}, async () => {
  const { writer, saved } = await givenWriter()
  await sendInTheDark(writer.page)
  await assert.rejects(writer.page.reload())
  assert.deepEqual(await saved(), [])
  await writer.page.context().setOffline(false)
  await writer.page.reload()
  await writer.page.waitForURL(/done=saved/)
  assert.equal((await saved()).length, 1)
})

test('Who leaves the page on which sending failed finds the draft that was kept before, on any device.', { timeout: 60_000 }, async () => {
  const { pair, writer, saved } = await givenWriter()
  await writer.page.getByRole('button', { name: say('page.notebook.keep-draft') }).click()
  await writer.page.waitForURL(/done=draft-kept/)
  await writer.page.locator('textarea').fill(`${typed} More.`)
  await sendInTheDark(writer.page)
  await writer.page.context().setOffline(false)

  const elsewhere = await visit(pair.mentor.id, look)
  await elsewhere.page.goto(`/partnerships/${pair.id}/notebook`)
  assert.equal(await elsewhere.page.locator('textarea').inputValue(), typed)
  await elsewhere.press(/\/notebook$/)
  await elsewhere.page.waitForURL(/done=saved/)
  await elsewhere.page.goto(`/partnerships/${pair.id}/notebook`)
  assert.equal(await elsewhere.page.locator('textarea').inputValue(), '')
  assert.equal((await saved()).length, 1)
})
