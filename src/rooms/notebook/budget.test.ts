import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { arrangeMeeting } from '#meetings/arrange-meeting'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { keepChange, keepDraft } from './keep-draft.ts'
import { limits } from './note.ts'
import { givenNotebook, longText, newId } from './notebook.testing.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const budget = { bytesMax: 14_000, elementsMax: 900 }

test('Filled to their limits, in Dari, all pages of a notebook keep the budget of every page.', async () => {
  const pair = await givenNotebook(house)
  const { id: partnership, programme, mentor, mentee } = pair
  const meeting = newId()
  const of = { partnership, ask: null, organisation: programme.organisation, programme: programme.id, host: mentor.id, guest: mentee.id }
  const startsAt = house.now().add({ hours: 48 })
  await house.write((tx) => arrangeMeeting(tx, { ...of, id: meeting, startsAt, zone: 'UTC', minutes: 45, place: null }))
  for (let nth = 0; nth <= limits.notesShownMax; nth += 1) {
    for (const kind of ['shared', 'private'] as const) await pair.wrote('mentor', kind, longText(limits.noteCharsMax))
  }
  const note = await pair.wrote('mentor', 'private', longText(limits.noteCharsMax))
  for (let version = 1; version <= limits.versionsShownMax; version += 1) {
    await pair.reworded('mentor', note, version, longText(limits.noteCharsMax))
  }
  for (let nth = 0; nth <= limits.messagesShownMax; nth += 1) await pair.said('mentee', meeting, longText(limits.messageCharsMax))
  await pair.by('mentor', async (tx) => {
    const text = longText(limits.noteCharsMax)
    for (const kind of ['shared', 'private'] as const) await keepDraft(tx, { kind, item: partnership, partnership, text })
    await keepDraft(tx, { kind: 'message', item: meeting, partnership, text: longText(limits.messageCharsMax) })
    await keepChange(tx, { note, version: 1, text })
  })

  const browser = await browserOf(mentor, 'fa-AF')
  const path = `/partnerships/${partnership}`
  await browser.post(`${path}/notebook/search`, { q: 'را' })
  const pages = [
    `${path}/notebook`,
    `${path}/private-notes`,
    `/notes/${note}`,
    `/notes/${note}/versions/2`,
    `/meetings/${meeting}`,
    `${path}/notebook/search`,
  ]
  const answers = [
    ...(await Promise.all(pages.map(async (page) => ({ page, ...(await browser.get(page)) })))),
    { page: 'stale', ...(await browser.post(`/notes/${note}/text`, { id: newId(), version: '1', text: longText(limits.noteCharsMax) })) },
  ]
  for (const { page, status, text, bytes } of answers) {
    assert.equal(status, page === 'stale' ? 422 : 200, page)
    const size = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    const elements = text.match(/<[a-z]/g)?.length ?? 0
    assert.ok(size <= budget.bytesMax, `${page}: ${size} bytes`)
    assert.ok(elements <= budget.elementsMax, `${page}: ${elements} elements`)
  }
})
