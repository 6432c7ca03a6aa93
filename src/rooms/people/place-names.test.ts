import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, sayTo, unknownReader } from '#ground/words'
import { countryName, languageName } from './place-names.ts'
import { readCountry, readLanguage } from './read-places.ts'

const tags = ['en', 'fa-AF', 'ps', 'ar', 'fr', 'es', 'pt', 'ur', 'uz', 'hi', 'bn', 'ru', 'zh', 'sw', 'tr', 'de', 'it', 'ja', 'fa']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const countries = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => readCountry(code) === code)

test('A language or country that a page shows is the same again when its name is sent back.', () => {
  assert.ok(countries.length > 200)
  for (const language of languages) {
    const say = sayTo({ ...unknownReader, language })
    for (const tag of tags) assert.equal(readLanguage(languageName(say, tag)), tag, `${language} ${tag}`)
    for (const code of countries) assert.equal(readCountry(countryName(say, code)), code, `${language} ${code}`)
    assert.equal(countryName(say, null), '')
  }
  assert.equal(languageName(sayTo(unknownReader), 'fa-AF'), 'Dari')
})
