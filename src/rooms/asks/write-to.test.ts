import assert from 'node:assert/strict'
import { test } from 'node:test'
import { found } from '#ground/refusal'
import { givenSide, lettersAbout } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenDraft } from './asks.testing.ts'
import { askedLetter } from './letters.ts'
import { findAsk } from './reads.ts'
import { writeTo } from './write-to.ts'

const house = await testHouse()
const until = Temporal.Instant.from('2026-11-25T19:30:00Z')

test('A letter is in its reader’s language and calendar; who has no e-mail gets none; the same letter again is not written.', async () => {
  const { id, programme } = await givenDraft(house, 0)
  const dari = await givenSide(house, programme, 'mentor', { language: 'fa-AF', calendar: 'persian' })
  const silent = await givenSide(house, programme, 'mentor', { email: null })
  const write = (person: string) =>
    house.write(async (tx) => writeTo(tx, found(await findAsk(tx, id)), person, { kind: 'ask.asked', words: askedLetter, until }))
  for (const person of [dari.id, dari.id, silent.id]) await write(person)
  const letters = await lettersAbout(house, id)
  assert.deepEqual(
    letters.map(({ recipient, language }) => [recipient, language]),
    [[dari.id, 'fa-AF']],
  )
  assert.match(letters[0]?.body ?? '', /سخنرانی در جمع.*چهارشنبه ۴ قوس ۱۴۰۵/s)
  assert.match(letters[0]?.body ?? '', new RegExp(`/asks/${id}$`))
})
