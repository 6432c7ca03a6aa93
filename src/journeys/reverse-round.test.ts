import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseScope } from '#ground/db'
import { livePairs } from '#partnerships/reads'
import { profilesOf } from '#people/profile-reads'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { beginHouse, signInTo, speak } from './steps.testing.ts'

closeBrowserAfter()

test('A reverse round of the sample: nobody in one’s line, a pair changed, a no that nobody is told of, and the next best asked.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors()
  const say = speak('en')
  const { page } = await browse(doors.url)
  await beginHouse(page, say, doors, 'sample')
  const link = page.getByRole('link', { name: 'Fresh Eyes' })
  for (let waits = 0; waits < 60 && (await link.count()) === 0; waits += 1) {
    await page.waitForTimeout(500)
    await page.goto('/programmes')
  }
  await link.click()
  const programme = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('button', { name: say('page.programme.run') }).click()
  await page.waitForURL(/\/rounds\//)
  await page.locator('main a[href*="/pairs/"]').first().click()
  await page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${say('page.change-pair.give')}`) })
    .first()
    .click()
  await page.waitForURL(/done=round-again/)
  assert.match(await page.locator('main').innerText(), /changed since the round before/)
  await page.getByRole('button', { name: /^Approve and ask/ }).click()
  await page.waitForURL(/done=approved/)

  const { pairs, profiles } = await doors.house.database.read(houseScope, async (db) => {
    const live = await livePairs(db, programme)
    const everybody = (await db.selectFrom('people').select('id').execute()).map(({ id }) => id)
    return { pairs: live, profiles: await profilesOf(db, everybody) }
  })
  const managerOf = new Map([...profiles.values()].map(({ code, lineManagerCode }) => [code, lineManagerCode]))
  const chain = (code: string) => {
    const above: string[] = []
    for (let at = managerOf.get(code); at && !above.includes(at); at = managerOf.get(at)) above.push(at)
    return above
  }
  assert.ok(pairs.length >= 10)
  for (const { mentor: junior, mentee: senior } of pairs) {
    const [one, other] = [profiles.get(junior), profiles.get(senior)]
    assert.ok(one && other)
    assert.ok(!chain(one.code).includes(other.code) && !chain(other.code).includes(one.code), `${one.code} and ${other.code} share a line`)
    assert.notEqual(one.unit, other.unit)
    assert.ok((other.gradeLevel ?? 0) - (one.gradeLevel ?? 0) >= 2)
  }

  const asked = pairs.find(
    ({ mentor, mentee }) => profiles.get(mentor)?.email && profiles.get(mentee)?.email && profiles.get(mentor)?.language === 'en',
  )
  assert.ok(asked)
  const no = await browse(doors.url)
  const addressOf = (person: string) => profiles.get(person)?.email?.toLowerCase() ?? ''
  await signInTo(no.page, say, doors, addressOf(asked.mentor), `/partnerships/${asked.id}`)
  await no.page.locator('main form[action$="/refusal"] button').click()
  await no.page.waitForURL(/done=declined/)

  const over = await doors.letterTo(addressOf(asked.mentee), 'partnership.over')
  assert.doesNotMatch(over.body, /declined|said no|refused/i)
  const next = async () =>
    (await doors.house.database.read(houseScope, (db) => livePairs(db, programme))).some(
      ({ mentee, id }) => mentee === asked.mentee && id !== asked.id,
    )
  for (let waits = 0; waits < 100 && !(await next()); waits += 1) await page.waitForTimeout(100)
  assert.equal(await next(), true, 'the next best is asked')
})
