import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Facts } from './refusal.ts'
import { type Key, type Language, languages, sayTo } from './words.ts'

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> }
/** What a parsed sentence is made of; the numbers are the parser's own. */
const partTypes = { text: 0, fact: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, countOfPlural: 7 } as const
const counts = [0, 1, 2, 11, 1_234]

const catalogue = (language: Language) =>
  JSON.parse(readFileSync(`src/ground/words/${language}.json`, 'utf8')) as Record<string, string | { text: string }>
const textOf = (entry: string | { text: string } | undefined) => (typeof entry === 'string' ? entry : (entry?.text ?? ''))
const parsed = (text: string, language: Language) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as unknown as Part[]

/** Every choice that a sentence leaves: for each fact, the values that it may be told with. */
function choicesIn(parts: readonly Part[], choices = new Map<string, (string | number)[]>()): Map<string, (string | number)[]> {
  for (const { type, value = '', options = {} } of parts) {
    if (type === partTypes.fact && !choices.has(value)) choices.set(value, ['made up'])
    if (type === partTypes.number || type === partTypes.plural) choices.set(value, counts)
    if (type === partTypes.select) choices.set(value, Object.keys(options))
    for (const option of Object.values(options)) choicesIn(option.value, choices)
  }
  return choices
}

/** Every way to tell a sentence its facts. */
function tellings(choices: Map<string, (string | number)[]>): Facts[] {
  let all: Record<string, string | number>[] = [{}]
  for (const [name, values] of choices) all = all.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value })))
  return all
}

for (const language of languages) {
  test(`Every sentence can be said in ${language}, whatever it is told.`, () => {
    const say = sayTo({ language, calendar: language === 'en' ? 'gregory' : 'persian', zone: 'Asia/Kabul' })
    for (const [key, entry] of Object.entries(catalogue(language))) {
      for (const facts of tellings(choicesIn(parsed(textOf(entry), language)))) {
        const said = say(key as Key, facts)
        assert.notEqual(said.trim(), '', `${key} says nothing when told ${JSON.stringify(facts)}`)
        assert.doesNotMatch(said, /[{}]|undefined|\[object/, key)
      }
    }
  })

  test(`What a sentence is told stays as it was told in ${language}, braces and marks and all.`, () => {
    const say = sayTo({ language, calendar: language === 'en' ? 'gregory' : 'persian', zone: 'Asia/Kabul' })
    const told = "{name} {count, plural, other {#}} '{' <b> %s $1"
    for (const [key, entry] of Object.entries(catalogue(language))) {
      const plain = parsed(textOf(entry), language).filter(({ type }) => type === partTypes.fact)
      const [facts = {}] = tellings(choicesIn(parsed(textOf(entry), language)))
      for (const { value = '' } of plain) assert.ok(say(key as Key, { ...facts, [value]: told }).includes(told), `${key}: ${value}`)
    }
  })

  test(`No sentence needs a date or a time of its own in ${language}: those come said already, in the reader's calendar.`, () => {
    const typesIn = (parts: readonly Part[]): number[] =>
      parts.flatMap(({ type, options = {} }) => [type, ...Object.values(options).flatMap((option) => typesIn(option.value))])
    for (const [key, entry] of Object.entries(catalogue(language))) {
      const types = typesIn(parsed(textOf(entry), language))
      assert.ok(!types.includes(partTypes.date) && !types.includes(partTypes.time), key)
    }
  })
}

test('No sentence was left in English: a language that says the same says only what it is told.', () => {
  const [english, dari] = [catalogue('en'), catalogue('fa-AF')]
  const wordsIn = (parts: readonly Part[]): string =>
    parts
      .map(({ type, value = '', options = {} }) =>
        type === partTypes.text
          ? value
          : Object.values(options)
              .map((one) => wordsIn(one.value))
              .join(),
      )
      .join('')
  const same = Object.keys(english).filter((key) => {
    const text = textOf(english[key])
    return text === textOf(dari[key]) && /\p{L}{2}/u.test(wordsIn(parsed(text, 'en')))
  })
  assert.deepEqual(same, [])
})

test('A sentence with a part that is never told is seen.', () => {
  assert.deepEqual([...choicesIn(parsed('{who} has {n, plural, one {# {what}} other {# {what}s}}', 'en')).keys()], ['who', 'n', 'what'])
  assert.deepEqual(tellings(new Map([['side', ['mentor', 'other']]])), [{ side: 'mentor' }, { side: 'other' }])
})
