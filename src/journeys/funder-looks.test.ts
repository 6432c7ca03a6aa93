import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { givenConfirmed } from '#claims/claims.testing'
import { day, dollars, givenPilot, spent } from '#funding/funding.testing'
import { realHands } from '#ground/chance'
import { shareLink } from '#statements/share-link'
import { browse, closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit, origin } = await openClocked(house)
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
    await keeper.page.goto(`/banks/${given.bank.id}/statements`)
    await keeper.follow(/\/numbers$/)
    await keeper.isFine()
    if (shots) await keeper.page.screenshot({ path: `${shots}/numbers-${look.language}.png`, fullPage: true })
  })
}

/** What the coaching room, the registers and the books know, and no page of a link may. */
const secrets = ['Zahra', 'Tailoring', 'Business ', 'Mazar', 'cash book', 'budgeting', 'Person ']

for (const look of looks) {
  test(`By its link a funder comes from any number to its rows in one click, to a trail in one more, to XLSX and IATI in one more, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    const coached = await givenConfirmed(house, { meetings: 2 })
    const token = realHands.newSecret()
    const link = { id: realHands.newId(), funder: coached.donor.id, token, days: 30 }
    await house.writeAs(coached.coordinator, (tx) => shareLink(tx, link))
    const ids = [coached.business, coached.coach.id, coached.owner.id, coached.keeper.id]
    const { page } = await browse(origin, look)
    const mustNameNobody = async () => {
      const content = await page.content()
      for (const secret of [...secrets, ...ids]) assert.ok(!content.includes(secret), `${secret} on ${page.url()}`)
    }
    const shoot = async (name: string) => {
      if (shots) await page.screenshot({ path: `${shots}/link-${name}-${look.language}.png`, fullPage: true })
    }
    let clicks = 0
    const click = async (selector: string, nth = 0) => {
      clicks += 1
      await Promise.all([page.waitForLoadState('load'), page.locator(selector).nth(nth).click()])
      await mustNameNobody()
    }
    await page.goto(`/funder/${token}`)
    await mustNameNobody()
    await shoot('first')
    const numbers = await page.locator('main dd').count()
    const links = await page.locator('main dd a').count()
    assert.equal(links, numbers - 1, 'every number opens to its rows, but where the journal stands')

    for (let nth = 0; nth < links; nth += 1) {
      await page.goto(`/funder/${token}`)
      clicks = 0
      await click('main dd a', nth)
      if (nth === 0) await shoot('rows')
      const rows = await page.locator('main tbody tr').count()
      const isNothing = (await page.locator('main tbody').count()) === 0
      if (isNothing) continue
      assert.ok(rows > 0)
      await click('main tbody th a')
      assert.match(await page.locator('main table').innerText(), /[0-9a-f]{16}/, 'a row of the trail carries its hash')
      assert.equal(clicks, 2)
      if (nth === 0) await shoot('trail')
    }
    for (const file of ['meetings.xlsx', 'iati.xml']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`main a[href$="/${file}"]`).click()])
      const bytes = readFileSync((await download.path()) ?? '')
      assert.ok(bytes.length > 500, file)
      if (file.endsWith('.xml')) for (const secret of [...secrets, ...ids]) assert.ok(!bytes.includes(secret), `${secret} in ${file}`)
    }
  })
}
