import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { deposit } from '#hours/deposit'
import { bankOf, fundersOf } from '#hours/reads'
import { accept } from '#partnerships/accept'
import { type GivenProgramme, givenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { browse, closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit, origin } = await openClocked(house)
const { newId } = realHands
const shots = process.env.LAMPLINE_SHOTS

async function givenPair(programme: GivenProgramme) {
  const [coach, owner] = [await givenSide(house, programme, 'mentor'), await givenSide(house, programme, 'mentee')]
  const partnership = await proposed(house, programme, coach, owner)
  for (const { scope } of [coach, owner]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
  return { coach, owner }
}

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`A bank is opened, a business coached and paid for, and its funder sees each hour, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 180_000,
  }, async () => {
    house.setNow('2026-11-23T08:00:00Z')
    const programme = await givenProgramme(house)
    const { coach, owner } = await givenPair(programme)
    const keeper = await visit(programme.keeper.id, look)
    let nth = 0
    const see = async ({ page, isFine }: Pick<typeof keeper, 'page' | 'isFine'>) => {
      await isFine()
      nth += 1
      if (!shots) return
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: `${shots}/${look.language}-${String(nth).padStart(2, '0')}.png`, fullPage: true })
    }
    const fill = async ({ page }: typeof keeper, fields: Record<string, string>) => {
      for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).first().fill(value)
    }

    await keeper.page.goto(`/programmes/${programme.id}`)
    await keeper.follow(/\/bank$/)
    await see(keeper)
    await fill(keeper, { name: 'HB-01', perHour: '۱٬۲۰۰', hours: '540', fromDay: '2026-01-01' })
    await fill(keeper, { funder1: 'Nordlys', share1: '70', reports1: 'usd', funder2: 'Chamber', share2: '20', clientShare: '5' })
    await keeper.press(/\/bank$/)
    await keeper.page.locator('.slip-text').first().waitFor()
    assert.match(await keeper.page.locator('[role=alert]').innerText(), /95|۹۵/, 'what the shares add up to')
    await see(keeper)
    await fill(keeper, { clientShare: '10' })
    await keeper.press(/\/bank$/)
    await keeper.page.waitForURL(/\/banks\//)
    await see(keeper)
    const bank = (await house.read((db) => bankOf(db, programme.id))) ?? assert.fail()
    const [donor, chamber] = await house.read((db) => fundersOf(db, bank.id))
    for (const funder of [donor, chamber]) {
      const receipt = {
        id: newId(),
        bank: bank.id,
        funder: funder?.id ?? '',
        amount: 5_000_000n,
        day: Temporal.PlainDate.from('2026-02-01'),
        reference: 'Slip',
      }
      await house.writeAs(programme.coordinator, (tx) => deposit(tx, receipt))
    }
    for (const part of ['rules', 'tariff', 'shares', 'terms', 'adjustments', 'closings', 'journal', 'statements', 'claims']) {
      await keeper.page.goto(`/banks/${bank.id}/${part}`)
      await see(keeper)
    }

    await keeper.page.goto(`/programmes/${programme.id}/businesses/new`)
    await fill(keeper, {
      name: 'نان سحر',
      owner1: 'سحر',
      ownerCode1: owner.code,
      sector: 'نانوایی',
      place: 'Mazar',
      workers: '۲',
      phone: '0700 123 456',
    })
    await keeper.page.locator('[name=adult1]').check()
    await keeper.page.locator('[name=section]').selectOption('C')
    await keeper.page.locator('[name=trainings][value=SYB]').check()
    await see(keeper)
    await keeper.press(/\/businesses$/)
    await keeper.page.waitForURL(/\/businesses\/[0-9a-f-]{36}/)
    await keeper.page.locator('[name=decision][value=eligible]').check()
    await keeper.press(/\/decision$/)
    await keeper.follow(/\/figures$/)
    await fill(keeper, { month: '2026-10-01', sales: '60000', profit: '15000', workers: '2', women: '1' })
    await see(keeper)
    await keeper.press(/\/figures$/)
    await see(keeper)
    await keeper.follow(/\/coaching$/)
    await fill(keeper, { hours: '20' })
    await keeper.press(/\/allotments$/)
    await see(keeper)

    const atWork = await visit(coach.id, look)
    await atWork.page.goto('/')
    await atWork.follow(/\/coaching$/)
    await see(atWork)
    await fill(atWork, { day: '2026-11-23', clock: '15:00', minutes: '60' })
    await atWork.press(/\/coaching$/)
    await atWork.page.waitForURL(/\/coaching-meetings\//)
    await see(atWork)
    house.setNow('2026-11-23T15:00:00Z')
    await atWork.page.reload()
    await fill(atWork, { minutes: '1,5' })
    await atWork.press(/\/log$/)
    await atWork.page.locator('.slip-text').first().waitFor()
    await see(atWork)
    await fill(atWork, { minutes: '۶۰' })
    await atWork.press(/\/log$/)
    await atWork.page.waitForURL(/done=/)
    const meeting = /coaching-meetings\/([0-9a-f-]{36})/.exec(atWork.page.url())?.[1] ?? ''

    const client = await visit(owner.id, look)
    await client.page.goto(`/coaching-meetings/${meeting}`)
    await see(client)
    await client.press(/\/confirmation$/)
    await client.page.waitForURL(/done=/)
    await see(client)

    await keeper.page.goto(`/funders/${donor?.id}/links`)
    await keeper.press(/\/links$/)
    const link = await keeper.page.locator('.notice a').getAttribute('href')
    const { page } = await browse(origin, look)
    const funder = { page, isFine: keeper.isFine }
    await page.goto(link ?? '')
    assert.match(
      await page.locator('main').innerText(),
      look.language === 'en' ? /You paid 70% of 1 confirmed hours? for 1 business/ : /۷۰٪/,
    )
    await see({ ...funder, isFine: async () => {} })
    await page.locator('main dd a[href$="/meetings"]').first().click()
    await page.locator('main table a').first().click()
    assert.match(await page.locator('main table').innerText(), /840|۸۴۰/, 'one click from a number to its rows, one more to a row’s trail')
    await see({ ...funder, isFine: async () => {} })
    assert.ok(!(await page.content()).includes('سحر'), 'nobody is named')
    house.setNow('2026-12-02T08:00:00Z')
    await atWork.page.goto('/claims')
    await see(atWork)
    await atWork.press(/\/claims$/)
    await see(atWork)
    await keeper.page.goto(`/banks/${bank.id}/statements`)
    await see(keeper)
  })
}
