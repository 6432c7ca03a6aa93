import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseScope } from '#ground/db'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { onServer } from '#testing/server'
import { beginHouse, speak } from './steps.testing.ts'

closeBrowserAfter()

test('While the database is away a page says so and keeps what was typed; sent again later, nothing of it is lost.', {
  timeout: 120_000,
}, async () => {
  const doors = await openTestDoors()
  const say = speak('en')
  const { page } = await browse(doors.url)
  await beginHouse(page, say, doors, 'empty')
  await page.goto('/programmes/new')
  const purpose = 'A purpose that took an hour to write: “help, when it is needed”, نقطه.'
  await page.getByLabel(say('page.open-programme.name'), { exact: true }).fill('Kept')
  await page.getByLabel(say('page.open-programme.purpose'), { exact: false }).fill(purpose)

  await onServer(async (client) => {
    await client.query(`alter database ${doors.databaseName} allow_connections false`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [doors.databaseName])
  })
  const sent = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: say('page.open-programme.open') }).click()
  assert.equal((await sent).status(), 503)
  assert.match(await page.locator('main').innerText(), /database is away/)
  assert.equal((await page.request.get('/programmes')).status(), 503)

  await onServer((client) => client.query(`alter database ${doors.databaseName} allow_connections true`))
  await page.getByRole('button', { name: say('page.plain.send-again') }).click()
  await page.waitForURL(/done=opened/)
  const opened = await doors.house.database.read(houseScope, (db) => db.selectFrom('programmes').select(['name', 'purpose']).execute())
  assert.deepEqual(opened, [{ name: 'Kept', purpose }])
})
