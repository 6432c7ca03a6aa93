import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseScope } from '#ground/db'
import { roundsOf } from '#matching/round-reads'
import { pairsInRequestMax } from '#matching/run-round'
import { completeImport } from '#people/complete-import'
import { uploadSheet } from '#people/upload-sheet'
import { enrolMany } from '#programmes/enrol'
import { openProgramme } from '#programmes/open-programme'
import { findProgramme } from '#programmes/reads'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors, type TestDoors } from '#testing/doors'
import { beginHouse, speak } from './steps.testing.ts'

closeBrowserAfter()
const peopleOnASide = Math.ceil(Math.sqrt(pairsInRequestMax)) + 5
const topics = ['pricing', 'budgets', 'writing', 'strategy', 'negotiation', 'inclusion', 'stress']

/** As many people as are too many for one request, enrolled half as mentors and half as mentees. */
async function givenBigProgramme(doors: TestDoors): Promise<string> {
  return doors.house.database.write(houseScope, async (tx) => {
    const { id: organisation } = await tx.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
    const rows = Array.from({ length: 2 * peopleOnASide }, (_, at) => {
      const topic = `${topics[at % 7]}; ${topics[(at * 3) % 7]}`
      return `BIG-${at},Person ${at},en,${topic},${topic}`
    })
    const bytes = new TextEncoder().encode(['code,name,languages,can help with,wants help with', ...rows].join('\n'))
    const sheet = tx.newId()
    await uploadSheet(tx, { id: sheet, organisation, fileName: 'people.csv', bytes, side: null })
    await completeImport(tx, { import: sheet, take: { all: true, lines: new Set() } })
    const people = await tx.selectFrom('people').select('id').where('code', 'like', 'BIG-%').orderBy('code').execute()
    const { id: openedBy } = await tx.selectFrom('people').select('id').where('code', 'not like', 'BIG-%').executeTakeFirstOrThrow()
    const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
    const opened = {
      id: tx.newId(),
      organisation,
      template: 'mentoring',
      name: 'Everybody',
      purpose: '',
      joining: 'invited' as const,
      openedBy,
    }
    await openProgramme(tx, { ...opened, startsOn: today, endsOn: today.add({ weeks: 20 }) })
    const programme = await findProgramme(tx, opened.id)
    assert.ok(programme && people.length === 2 * peopleOnASide)
    const enrolments = people.map(({ id: person }, at) => {
      const side = at % 2 === 0 ? ('mentor' as const) : ('mentee' as const)
      return { id: tx.newId(), programme: programme.id, person, side, capacity: 1 }
    })
    await enrolMany(tx, programme, enrolments)
    return programme.id
  })
}

test('A round too big for one request is watched, stops when its page is left, and starts again when one comes back.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors()
  const say = speak('en')
  const { page, context } = await browse(doors.url)
  await beginHouse(page, say, doors, 'empty')
  const programme = await givenBigProgramme(doors)
  const rounds = () => doors.house.database.read(houseScope, (db) => roundsOf(db, programme))

  // Leaves as soon as the page has begun to arrive.
  await page.goto(`/programmes/${programme}`)
  await page.getByRole('button', { name: say('page.programme.run') }).click({ noWaitAfter: true })
  await page.waitForURL(/\/rounds\/[0-9a-f-]+\/progress/, { waitUntil: 'commit' })
  const progress = page.url()
  await page.close()
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  assert.deepEqual(await rounds(), [], 'the work went on without anybody')

  const back = await context.newPage()
  await back.goto(progress, { waitUntil: 'commit' })
  await back.waitForURL((url) => /\/rounds\/[0-9a-f-]+$/.test(url.pathname), { timeout: 60_000 })
  const [round] = await rounds()
  assert.equal(round?.summary.matched, peopleOnASide)
  const title = await back.locator('h1').innerText()
  assert.equal(title, say('page.round.head', { matched: peopleOnASide, mentees: peopleOnASide }))
  await back.goto(progress)
  assert.match(back.url(), /\/rounds\/[0-9a-f-]+$/, 'what is done is not done again')
})
