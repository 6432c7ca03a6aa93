import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import type { Canaries } from './canary.testing.ts'
import type { Begun } from './canary-begun.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'
import { type Visitor, visitorOf } from './canary-visitor.testing.ts'

const newId = realHands.newId
const told = ['gender', 'ethnicity', 'disability', 'identity'] as const

/** What a mentor tells of themselves for the matcher alone, changes, and takes back in part. */
export async function toldOfOneself({ by }: Begun, canaries: Canaries): Promise<void> {
  const mentor = by('M3')
  for (const when of ['told', 'told anew']) {
    await mentor.type('/me/attributes', {
      ...Object.fromEntries(told.map((one) => [one, canaries.of(`${one}, ${when}`)])),
      birthYear: '1971',
    })
  }
}

/** A concern that somebody raises under their own name, and one without a name; an officer answers, notes and ends both. */
export async function concerned(house: LookedThrough, { organisation, partnership, mentee, by }: Begun, canaries: Canaries): Promise<void> {
  const nobody = visitorOf(house, canaries, 'lampline-browser=b')
  await concern('a concern', mentee, by('O1'), canaries, { partnership })
  await concern('a concern without a name', nobody, by('O2'), canaries, { organisation, anonymous: 'yes' })
}

/** One of the two shows an officer all that the page offers of what was written between them, with words of their own. */
export async function disclosed({ partnership, mentee, by }: Begun, canaries: Canaries): Promise<void> {
  const path = `/partnerships/${partnership}/disclosure`
  const items = [...(await mentee.get(path)).matchAll(/name="items" value="([^"]+)"/g)].map(([, item = '']) => item)
  assert.ok(items.length > 0, 'something can be shown')
  const texts = { words: canaries.of('words of a disclosure') }
  const [id, reference] = [newId(), realHands.newSecret()]
  const to = await mentee.post(path, { id, reference, items, severity: 'concern', ...texts })
  const concern = await by('O1').get(to.replace(/.*\/concern\/([^?]+).*/, '/concerns/$1'))
  for (const word of canaries.wordsIn(texts.words)) assert.ok(concern.includes(word), 'an officer reads it')
}

async function concern(what: string, teller: Visitor, officer: Visitor, canaries: Canaries, more: Record<string, string>): Promise<void> {
  const [id, reference] = [newId(), realHands.newSecret()]
  const texts = Object.fromEntries(['what', 'about', 'reach'].map((one) => [one, canaries.of(`${one} of ${what}`)]))
  await teller.post('/concern', { id, reference, severity: 'serious', ...texts, ...more })
  await officer.post(`/concerns/${id}/acknowledgement`)
  await officer.type(`/concerns/${id}/messages`, { id: newId(), text: canaries.of(`an officer’s message to ${what}`), ...texts })
  await teller.type(`/concern/${reference}/messages`, { id: newId(), text: canaries.of(`a teller’s message to ${what}`) })
  await officer.type(`/concerns/${id}/notes`, { id: newId(), note: canaries.of(`an officer’s note to ${what}`) })
  await officer.type(`/concerns/${id}/ending`, { outcome: 'resolved', words: canaries.of(`the last words to ${what}`) })
}
