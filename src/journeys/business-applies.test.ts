import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { givenBanked, givenBusiness } from '#businesses/businesses.testing'
import { accept } from '#partnerships/accept'
import { givenSide, proposed } from '#partnerships/pairs.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked, type Visitor } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const shots = process.env.LAMPLINE_SHOTS

async function fill({ page }: Visitor, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).first().fill(value)
}

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'en', width: 360, dark: false },
  { language: 'fa-AF', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`A mentee applies with a bakery, which is compared, decided on and measured, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 180_000,
  }, async () => {
    const programme = await givenBanked(house)
    const [owner, coach] = [await givenSide(house, programme, 'mentee'), await givenSide(house, programme, 'mentor')]
    const partnership = await proposed(house, programme, coach, owner)
    for (const { scope } of [coach, owner]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
    await givenBusiness(house, programme, { name: 'Sahar Bread', licence: 'L-9 / 1404', phone: '0700 123 456' })
    let nth = 0
    const see = async ({ page, isFine }: Visitor) => {
      await isFine()
      nth += 1
      if (!shots) return
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: `${shots}/${look.language}-${look.width}-${String(nth).padStart(2, '0')}.png`, fullPage: true })
    }

    const client = await visit(owner.id, look)
    await client.page.goto('/')
    await client.follow(/\/business-applications\/new$/)
    await see(client)
    await client.page.locator('details:has([name=yearSYB]) summary').click()
    await fill(client, { name: 'نان سحر', sector: 'نانوایی', place: 'Dehdadi', workers: '۲', yearSYB: '۳۰۰۰', licence: 'l9 ۱۴۰۴' })
    await client.press(/\/business-applications$/)
    await client.page.locator('.slip-text').first().waitFor()
    assert.equal(await client.page.locator('[name=name]').inputValue(), 'نان سحر', 'nothing typed is lost')
    await see(client)
    await fill(client, { yearSYB: '۲۰۲۵' })
    await client.page.locator('[name=section]').selectOption('C')
    await client.page.locator('[name=adult1]').check()
    await client.page.locator('[name=coachSex][value=woman]').check()
    await client.page.locator('[name=companion]').check()
    await client.press(/\/business-applications$/)
    await client.page.waitForURL(/\/businesses\/[0-9a-f-]{36}\?done=applied/)
    const path = new URL(client.page.url()).pathname
    assert.equal(await client.page.locator('form[action$="/decision"]').count(), 0, 'who applies does not decide')
    await see(client)

    const keeper = await visit(programme.keeper.id, look)
    await keeper.page.goto(`/programmes/${programme.id}/businesses`)
    await see(keeper)
    await keeper.follow(path)
    await see(keeper)
    assert.match(await keeper.page.locator('main').innerText(), /L-9 \/ 1404/, 'the other stands beside it')
    await keeper.press(/\/likeness$/, 1)
    await keeper.page.waitForURL(/done=/)
    await keeper.page.locator('[name=decision][value=eligible]').check()
    await keeper.press(/\/decision$/)
    await keeper.page.waitForURL(/done=/)

    const atWork = await visit(coach.id, look)
    await atWork.page.goto(path)
    await atWork.follow(/\/figures$/)
    await see(atWork)
    await fill(atWork, { month: '2026-10-01', sales: '60,000.005', workers: '1', women: '1' })
    await atWork.press(/\/figures$/)
    await atWork.page.locator('.slip-text').first().waitFor()
    await see(atWork)
    await fill(atWork, { sales: '۶۰٬۰۰۰', costs: '65000', profit: '-5000' })
    await atWork.page.locator('[name=obstacle]').selectOption('power')
    await atWork.press(/\/figures$/)
    await atWork.page.waitForURL(/done=/)
    await atWork.page.locator('[name=kind]').selectOption('power')
    await fill(atWork, { line: 'برق روزانه سه ساعت' })
    await atWork.press(/\/obstacles$/)
    await atWork.page.waitForURL(/done=/)
    await client.page.goto(path)
    assert.match(await client.page.locator('main').innerText(), /برق روزانه سه ساعت/, 'its owner reads the line')
    await client.press(/\/state$/, 1)
    await client.page.waitForURL(/done=/)
    await see(client)
    await keeper.page.goto(`${path}/particulars`)
    await see(keeper)
    await keeper.page.goto(path)
    await see(keeper)
  })
}
