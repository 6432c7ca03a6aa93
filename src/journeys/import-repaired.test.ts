import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseScope } from '#ground/db'
import { readSheet } from '#ground/sheet'
import { writeCsv } from '#ground/sheet-write'
import { assertNoBarriers } from '#testing/axe'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { beginHouse, speak, uploadSheet } from './steps.testing.ts'

closeBrowserAfter()

const fine = ['A1,Amina,amina@example.org,English,Mon 9-12', 'A2,Owen,owen@example.org,French,', 'A3,Farid,farid@example.org,Dari,']
const bad = ['B1,Bo,not an address,English,', 'B2,Cy,cy@example.org,English,Mon 9-25', 'B3,Di,di@example.org,Klingonese,']
const headers = 'code,name,email,languages,free hours'
const mended: Record<string, string> = { 'not an address': 'bo@example.org', 'Mon 9-25': 'Mon 9-15', Klingonese: 'Pashto' }

for (const { language, width } of [
  { language: 'en', width: 1280 },
  { language: 'fa-AF', width: 360 },
] as const) {
  test(`A sheet with three bad rows is brought in, mended and brought in again, in ${language} at ${width} px.`, {
    timeout: 120_000,
  }, async () => {
    const doors = await openTestDoors()
    const say = speak(language)
    const { page } = await browse(doors.url, { language, width })
    const known = () =>
      doors.house.database.read(houseScope, async (db) => (await db.selectFrom('people').select('code').execute()).map(({ code }) => code))
    const submit = () => page.locator('main form[action$="/completion"] button[type=submit]').first().click()
    await beginHouse(page, say, doors, 'empty')

    await uploadSheet(page, 'people.csv', [headers, ...fine, ...bad].join('\n'))
    const shown = await page.locator('main').innerText()
    for (const given of Object.keys(mended)) assert.ok(shown.includes(given), `the page shows what was given: ${given}`)
    for (const row of [5, 6, 7]) assert.ok(shown.includes(say.number(row)), `the page names row ${row}`)
    await assertNoBarriers(page)
    await submit()
    await page.waitForURL(/done=imported/)
    assert.deepEqual((await known()).filter((code) => /^[AB]\d$/.test(code)).sort(), ['A1', 'A2', 'A3'])

    const path = new URL(page.url()).pathname
    const refused = await page.request.get(`${path}/refused.csv`)
    const sheet = await readSheet(await refused.body(), 'refused.csv')
    assert.equal(sheet.rows.length, 3)
    const rows = sheet.rows.map(({ cells }) => cells.map((cell) => mended[cell] ?? cell))
    await uploadSheet(page, 'mended.csv', writeCsv(sheet.headers, rows))
    await submit()
    await page.waitForURL(/done=imported/)
    const all = (await known()).sort()
    assert.deepEqual(
      all.filter((code) => /^[AB]\d$/.test(code)),
      ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'],
    )

    await uploadSheet(page, 'people.csv', [headers, ...fine].join('\n'))
    assert.deepEqual((await known()).sort(), all, 'the same people again are nobody new')
  })
}
