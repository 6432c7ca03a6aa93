import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import type { Recruit } from './recruiting.ts'
import { sayDear, sayRecruit, sayWhy } from './sentence.ts'

const say = sayTo(unknownReader)
const dari = sayTo({ ...unknownReader, language: 'fa-AF' })
const anyone: Recruit = { languages: [], grade: null, isAlikeAsked: false, mentors: 2, placed: 5 }
const lena = { mentor: 'L', points: 812, isShort: true }

test('Whom to look for says languages, grade and likeness where the programme asks for them, and only there.', () => {
  assert.equal(sayRecruit(say, anyone), 'Two more mentors would place five people.')
  assert.equal(sayRecruit(say, { ...anyone, languages: ['ps'] }), 'Two more mentors who speak Pashto would place five people.')
  const one = { ...anyone, mentors: 1, placed: 1, languages: ['ps', 'fr'], grade: 'P4', isAlikeAsked: true }
  assert.equal(
    sayRecruit(say, one),
    'One more mentor at grade P4 who speaks Pashto and French, alike in what the programme requires, would place one person.',
  )
  assert.equal(sayRecruit(say, { ...anyone, mentors: 12, placed: 1_200 }), '12 more mentors would place 1,200 people.')
})

test('Whom to look for is said in Dari, with its own plurals.', () => {
  assert.equal(sayRecruit(dari, { ...anyone, languages: ['ps'] }), 'دو رهنمای دیگر که پشتو بدانند، برای پنج نفر جا باز می‌کنند.')
  assert.equal(sayRecruit(dari, { ...anyone, mentors: 1, placed: 1 }), 'یک رهنمای دیگر برای یک نفر جا باز می‌کند.')
  const all = sayRecruit(dari, { ...anyone, mentors: 12, placed: 30, languages: ['ps'], grade: 'P4', isAlikeAsked: true })
  for (const part of ['۱۲ رهنمای دیگر', 'رتبهٔ P4', 'پشتو', 'همانند', '۳۰ نفر']) assert.ok(all.includes(part), all)
})

test('One more place says whether it places one more, and what it is worth.', () => {
  assert.equal(sayDear(say, lena, 'Lena'), 'One more place with Lena would place one more, and is worth 812 points.')
  assert.equal(sayDear(say, { ...lena, points: -3 }, 'Lena'), 'One more place with Lena would place one more.')
  assert.equal(sayDear(say, { ...lena, points: 120, isShort: false }, 'Lena'), 'One more place with Lena is worth 120 points in all.')
  assert.equal(sayDear(say, { ...lena, points: 1, isShort: false }, 'Lena'), 'One more place with Lena is worth 1 point in all.')
  assert.equal(sayDear(dari, lena, 'لینا'), 'یک جای دیگر نزد لینا یک نفر دیگر را جای می‌دهد و ۸۱۲ امتیاز می‌ارزد.')
})

test('Who is below the floor, or outranked, is told with the figures.', () => {
  const below = { kind: 'belowFloor', best: 240, floor: 300 } as const
  assert.equal(sayWhy(say, below), 'The best pair that they could be in has 240 points, and the floor is 300.')
  assert.match(sayWhy(dari, below), /۲۴۰.*۳۰۰/)
  assert.match(sayWhy(say, { kind: 'outranked', mentors: 1 }), /^The only mentor whom they may meet is full with people who suit/)
  assert.match(sayWhy(say, { kind: 'outranked', mentors: 2 }), /^All 2 mentors whom they may meet are full/)
  assert.match(sayWhy(dari, { kind: 'outranked', mentors: 2 }), /^هر ۲ رهنمایی/)
})
