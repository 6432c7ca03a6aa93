import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages, sayTo, unknownReader } from '#ground/words'
import { limits } from './person.ts'
import { namesOf, readTopic, topicFrom, topicKey, topicName, topics } from './topics.ts'

const root = join(import.meta.dirname, '../../..')
const wordsIn = (language: string) =>
  JSON.parse(readFileSync(join(root, `src/ground/words/${language}.json`), 'utf8')) as Record<string, string | { text: string }>

test('Each topic has one key, and each key reads as a word of an address.', () => {
  assert.ok(topics.length >= 60)
  assert.equal(new Set(topics).size, topics.length)
  for (const topic of topics) assert.match(topic, /^[a-z]+(-[a-z]+)*$/)
})

for (const language of languages) {
  test(`Every topic has its words in ${language}, no two the same, and no words are left without their topic.`, () => {
    const words = wordsIn(language)
    const said = topics.map((topic) => words[`topic.${topic}`])
    assert.deepEqual(
      topics.filter((_, at) => said[at] === undefined),
      [],
    )
    assert.equal(new Set(said.map((word) => JSON.stringify(word))).size, topics.length)
    const left = Object.keys(words).filter((key) => key.startsWith('topic.') && !(topics as string[]).includes(key.slice(6)))
    assert.deepEqual(left, [])
  })
}

test('No name means two topics, and none is given to its topic twice.', () => {
  const owners = Map.groupBy(
    topics.flatMap((topic) => [...new Set(namesOf(topic).slice(1).map(topicKey))].map((name) => ({ name, topic }))),
    ({ name }) => name,
  )
  const shared = [...owners].filter(([, found]) => found.length > 1).map(([name, found]) => `${name}: ${found.map(({ topic }) => topic)}`)
  assert.deepEqual(shared, [])
  const twice = topics.flatMap((topic) => {
    const names = namesOf(topic)
      .slice(1 + languages.length)
      .map(topicKey)
    return names.filter((name, at) => names.indexOf(name) !== at)
  })
  assert.deepEqual(twice, [])
})

test('A topic is found by any of its names, and every name fits where a topic is kept.', () => {
  for (const topic of topics) {
    for (const name of namesOf(topic)) {
      assert.equal(topicFrom(name), topic, name)
      assert.equal(topicFrom(` ${name.toUpperCase()}. `), topic, name)
      assert.ok(name.length <= limits.wordCharsMax)
      assert.doesNotMatch(name, /[,;،؛]/, 'a list in a sheet would cut it in two')
    }
  }
})

test('Accents, Arabic letter forms, joiners and spaces do not make another topic.', () => {
  assert.equal(topicFrom('Prise de parole'), 'public-speaking')
  assert.equal(topicFrom('PRISE  DE PAROLE EN PUBLIC'), 'public-speaking')
  assert.equal(topicFrom('negociacion'), 'negotiation')
  assert.equal(topicFrom('self confidence'), 'confidence')
  assert.equal(topicFrom('رسانه های اجتماعی'), 'social-media')
  assert.equal(topicFrom('رسانه‌هاي اجتماعي'), 'social-media')
  assert.equal(topicFrom('قیمت گذاری'), 'pricing')
})

test('What is no topic of ours stays as the person wrote it, on one line.', () => {
  for (const text of ['', '  ', 'constructor', 'bee keeping', 'public', 'speaking public', '__proto__', '🐝'])
    assert.equal(topicFrom(text), null, text)
  assert.equal(readTopic(' Bee\n keeping '), 'Bee keeping')
  assert.equal(readTopic('Hablar en público'), 'public-speaking')
})

test('A kept topic is told in the language of its reader; a text of their own is told as it stands.', () => {
  assert.equal(topicName(sayTo(unknownReader), 'public-speaking'), 'public speaking')
  assert.equal(topicName(sayTo({ ...unknownReader, language: 'fa-AF' }), 'public-speaking'), 'سخنرانی در جمع')
  assert.equal(topicName(sayTo(unknownReader), 'Bee keeping'), 'Bee keeping')
})
