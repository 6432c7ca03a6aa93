import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenFunded } from '#funding/funding.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`Money is said, signed, planned and received, and a client pays a step of theirs, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    house.setNow('2026-11-23T08:00:00Z')
    const given = await givenFunded(house)
    const holder = await given.holder()
    const { page, press, follow, isFine } = await visit(given.keeper.id, look)
    const fill = async (fields: Record<string, string>) => {
      for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
    }
    /** Sends a form, sees it shown as it was understood, and keeps it. */
    const keep = async (action: RegExp, seen: RegExp, done: RegExp) => {
      await press(action)
      await page.locator('button[value=keep]').waitFor()
      assert.match(await page.locator('main').innerText(), seen)
      await isFine()
      await page.locator('button[value=keep]').click()
      await page.waitForURL(done)
      await isFine()
    }

    await page.goto(`/banks/${given.bank.id}/money`)
    await isFine()
    await page.goto(`/funders/${given.donor.id}`)
    await isFine()
    await follow(/\/pledges$/)
    await fill({ amount: '۷٬۰۰۰', saidOn: '2026-01-10', reference: 'نامهٔ ۷' })
    await keep(/\/pledges$/, /USD|۷٬۰۰۰/, /done=saved/)

    await follow(/\/commitments$/)
    await fill({ amount: '7,000.00' })
    await fill({ signedOn: '20 January 2026', reference: 'AFG-26/014' })
    await keep(/\/commitments$/, /AFG-26\/014/, /done=saved/)

    await follow(/\/tranches$/)
    await fill({ amount: '4000', dueOn: '1 February 2026', condition: 'The plan is accepted. برنامه پذیرفته شد.' })
    await keep(/\/tranches$/, /The plan is accepted/, /done=saved/)

    await follow(/\/condition$/)
    await isFine()
    await fill({ metOn: '25 January 2026', words: 'Letter 12' })
    await press(/\/condition$/)
    await page.waitForURL(/done=saved/)

    await follow(/\/receipts\?tranche=/)
    await fill({ amount: '4000', rate: '۰', rateSource: 'Da Afghanistan Bank', valueDate: '14 Dalw 1404', reference: 'SWIFT 881' })
    await press(/\/receipts$/)
    await page.locator('.slip-text').waitFor()
    await isFine()
    await fill({ rate: '۷۰٫۹۰' })
    await keep(/\/receipts$/, look.language === 'en' ? /283,600 AFN/ : /۲۸۳٬۶۰۰/, /\/receipts\/.*done=received/)

    await page.goto(`/banks/${given.bank.id}/payments?for=${holder}&from=Bakery+Sahar`)
    await fill({ amount: '600', valueDate: '2026-02-05' })
    await press(/\/payments$/)
    await page.locator('button[value=change]').click()
    assert.equal(await page.locator('[name=payer]').inputValue(), 'Bakery Sahar')
    assert.equal(await page.locator('[role=alert]').count(), 0)
    await keep(/\/payments$/, /Bakery Sahar/, /\/receipts\/.*done=received/)
    assert.match(await page.locator('h1').innerText(), look.language === 'en' ? /Receipt 2/ : /رسید ۲/)

    await page.goto(`/funders/${given.donor.id}`)
    await follow(/\/tranches$/)
    await fill({ amount: '3000', dueOn: '30 December 2026', condition: '' })
    await keep(/\/tranches$/, /3,000|۳٬۰۰۰/, /done=saved/)
    await follow(/\/bridge$/)
    await isFine()
    await fill({ amount: '60000', rate: '68.20', rateSource: 'Da Afghanistan Bank', lentOn: '2026-11-20', reference: 'Own reserve' })
    await press(/\/bridge$/)
    await page.locator('[role=alert]').waitFor()
    assert.match(await page.locator('[role=alert]').innerText(), /51150|51,150|۵۱٬۱۵۰|۵۱۱۵۰/, 'a quarter of it at the most')
    await isFine()
    await fill({ amount: '51150' })
    await keep(/\/bridge$/, /51,150|۵۱٬۱۵۰/, /done=saved/)
    assert.match(await page.locator('#bridges').innerText(), /51,150|۵۱٬۱۵۰/)

    await page.goto(`/banks/${given.bank.id}/waivers?for=${holder}`)
    await isFine()
    await fill({ amount: '600', paidOn: '2026-11-20', reference: 'Paper 7' })
    await keep(/\/waivers$/, /Paper 7/, /\/money\?done=saved/)

    const contribution = await given.offered(given.chamber.id)
    const second = await visit(given.second.id, look)
    await second.page.goto(`/in-kind/${contribution}/decision`)
    await second.isFine()
    await second.page.locator('main form button').first().click()
    await second.page.waitForURL(/done=saved/)
    await second.isFine()
    await page.goto(`/banks/${given.bank.id}/money`)
    await isFine()
    await page.locator('main table a').first().waitFor()
    await page.goto(`/banks/${given.bank.id}/runway`)
    await isFine()
    assert.equal(await page.locator('main svg title').count(), 1)
  })
}
