import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#partnerships/accept'
import { type GivenProgramme, type GivenSide, givenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { reachMilestone } from '#partnerships/reach-milestone'
import { livePairs } from '#partnerships/reads'
import { completeImport } from '#people/complete-import'
import { uploadSheet } from '#people/upload-sheet'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { findBatch } from '#today/batch-reads'
import { departBatches } from '#today/depart-batches'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const clicksMax = 12
const facts = { languages: ['en'], canHelpWith: ['delegating'], wantsHelpWith: ['delegating'] }

async function agreed(programme: GivenProgramme, mentor: GivenSide, mentee: GivenSide): Promise<string> {
  const id = await proposed(house, programme, mentor, mentee)
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
  return id
}

/** A programme in the middle of its work: pairs that have not met, who has not answered, who waits, a sheet with rows to mend. */
async function givenMonday(): Promise<GivenProgramme> {
  house.setNow('2026-11-23T08:00:00Z')
  const programme = await givenProgramme(house)
  const side = (of: 'mentor' | 'mentee', language = 'en') => givenSide(house, programme, of, { ...facts, language })
  for (let nth = 0; nth < 4; nth += 1) {
    const id = await agreed(programme, await side('mentor', nth % 2 ? 'fa-AF' : 'en'), await side('mentee'))
    if (nth < 2) await house.write((tx) => reachMilestone(tx, { partnership: id, milestone: 'meeting-held', cause: id }))
  }
  house.setNow('2027-01-04T08:00:00Z')
  await proposed(house, programme, await side('mentor'), await side('mentee'))
  for (let nth = 0; nth < 3; nth += 1) for (const of of ['mentor', 'mentee'] as const) await side(of)
  const { organisation, keeper } = programme
  const bytes = new TextEncoder().encode('code,name,email\nZ1,Zahra,zahra@example.org\nZ2,,\n')
  const scope = { ...keeper.scope, programmes: [programme.id] }
  await house.writeAs(scope, async (tx) => {
    const { id } = await uploadSheet(tx, { id: tx.newId(), organisation, fileName: 'hr.csv', bytes, side: null })
    await completeImport(tx, { import: id, take: { all: true, lines: new Set() } })
  })
  return programme
}

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`Monday’s work is done in ${clicksMax} clicks, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    const programme = await givenMonday()
    const { page, follow, press, clicks, isFine } = await visit(programme.keeper.id, look)
    await page.goto('/')
    await isFine()
    const cards = await page.locator('main section.card').count()
    assert.ok(cards >= 4 && cards <= 5, `${cards} cards`)

    await follow('/today/not-met')
    await isFine()
    await press('/batches')
    await page.waitForURL(/\/batches\//)
    await isFine()
    assert.equal(await page.locator('main section.card').count(), 2, 'a letter in each language, as it will be read')
    await press(/\/sending$/)
    await isFine()
    const batch = page.url().split('/').at(-1) ?? ''
    house.setNow('2027-01-04T08:01:00Z')
    await house.write(departBatches)
    assert.equal((await house.read((db) => findBatch(db, batch)))?.written, 8)

    await page.goto('/')
    await follow('/today/unanswered')
    await press('/batches')
    await press(/\/sending$/)
    await press(/\/recall$/)
    await isFine()
    assert.ok((await house.read((db) => findBatch(db, page.url().split('/').at(-1) ?? '')))?.recalledAt, 'taken back')

    await page.goto(`/programmes/${programme.id}`)
    await press(/\/rounds$/)
    await page.waitForURL(/\/rounds\//)
    await isFine()
    const before = (await house.read((db) => livePairs(db, programme.id))).length
    await press(/\/approval$/)
    await page.waitForURL(/done=approved/)
    assert.ok((await house.read((db) => livePairs(db, programme.id))).length > before, 'suggestions are asked')

    await page.goto('/')
    await follow('/today/imports')
    await isFine()
    assert.ok(clicks() <= clicksMax, `${clicks()} clicks`)
  })
}
