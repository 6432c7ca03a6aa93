import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { day, dollars, givenPilot, spent } from '#funding/funding.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const shots = process.env.LAMPLINE_SHOTS
const given = await givenPilot(house)
for (let nth = 1; nth <= 9; nth += 1) await given.received({ ...dollars(nth), valueDate: day(`2026-03-0${nth}`) })
await spent(house, given, 6)
const looks = [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const

for (const look of looks) {
  test(`A funder's statement of a quarter is whole, and printed it is one page, in ${look.language} at ${look.width} px.`, {
    timeout: 90_000,
  }, async () => {
    const keeper = await visit(given.keeper.id, look)
    await keeper.page.goto(`/banks/${given.bank.id}/statements?quarter=2026-3`)
    await keeper.isFine()
    await keeper.page.locator('main table a').first().click()
    await keeper.isFine()
    if (shots) {
      mkdirSync(shots, { recursive: true })
      await keeper.page.screenshot({ path: `${shots}/statement-${look.language}.png`, fullPage: true })
    }
    const text = await keeper.page.locator('main').innerText()
    const facts = look.language === 'en' ? [/3,000 USD/, /AFN 8,100 less|8,100/, /68\.20/] : [/۳٬۰۰۰/, /۸٬۱۰۰/, /68\.20/]
    for (const fact of facts) assert.match(text, fact)
    for (const quarter of ['2026-1', '2026-3', '2026-4']) {
      await keeper.page.goto(`/funders/${given.donor.id}/statement?quarter=${quarter}`)
      const pdf = await keeper.page.pdf({ format: 'A4', ...(shots ? { path: `${shots}/statement-${look.language}-${quarter}.pdf` } : {}) })
      assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, 'one page of A4')
    }
  })
}
