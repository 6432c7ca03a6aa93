import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { givenSafe } from '#concerns/concerns.testing'
import { disclosureLimits } from '#concerns/disclosable'
import { limits } from '#notebook/note'
import { longText } from '#notebook/notebook.testing'
import { writeNote } from '#notebook/write-note'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { newId, showing, shown } from './records.testing.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const budget = { bytesMax: 14_000, elementsMax: 900 }

test('Filled to their limits, in Dari, the page where one chooses and the copies keep the budget of every page.', async () => {
  const safe = await givenSafe(house)
  const { id: partnership, mentee, officer } = safe
  const notes = Array.from({ length: disclosureLimits.itemsMax + 5 }, () => newId())
  for (const id of notes) {
    const text = longText(limits.noteCharsMax)
    await house.writeAs(mentee.scope, (tx) => writeNote(tx, { id, partnership, kind: 'shared', text }))
  }
  const items = notes.slice(0, disclosureLimits.itemsMax).map((id) => `shared-note:${id}`)
  const input = showing(safe, items)
  const { concern } = await shown(house, safe, { ...input, words: longText(disclosureLimits.wordsCharsMax) })
  const again = showing(safe, items.slice(0, 4), { concern, words: longText(disclosureLimits.wordsCharsMax) })
  await shown(house, safe, again)

  const copies = `/concerns/${concern}/disclosures/`
  const looks: [typeof mentee | typeof officer, string][] = [
    [mentee, `/partnerships/${partnership}/disclosure`],
    [mentee, `/partnerships/${partnership}/disclosure?page=2`],
    [mentee, `/concern/${concern}`],
    [officer, `/concerns/${concern}`],
    [officer, `${copies}${input.id}`],
    [officer, `${copies}${input.id}?page=7`],
    [officer, `${copies}${again.id}`],
  ]
  for (const [person, path] of looks) {
    const { status, text, bytes } = await (await browserOf(person, 'fa-AF')).get(path)
    assert.equal(status, 200, path)
    const size = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    assert.ok(size <= budget.bytesMax, `${path}: ${size} bytes`)
    const elements = text.match(/<[a-z]/g)?.length ?? 0
    assert.ok(elements <= budget.elementsMax, `${path}: ${elements} elements`)
  }
})
