import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type Language, languages, sayTo, unknownReader } from '#ground/words'
import { type Framed, frame, inlineCss, styleHash } from './frame.tsx'

const sayIn = (language: Language) => sayTo({ ...unknownReader, language })
const drawn = (more: Partial<Framed> = {}, language: Language = 'en') =>
  String(frame({ title: 'People', say: sayIn(language), body: <h1>People</h1>, nav: [], path: '/people', languages, slips: [], ...more }))

test('A page is one document in the reader’s language and direction.', () => {
  assert.match(drawn(), /^<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"\/>/)
  assert.match(drawn({}, 'fa-AF'), /<html lang="fa-AF" dir="rtl">/)
  assert.match(drawn(), /<title>People · Lampline<\/title>/)
  assert.match(drawn({ slips: [{ field: '', key: 'slip.stale' }] }), /<title>Error: People · Lampline<\/title>/)
})

test('A page asks for nothing else: no script, no other address, one style that the policy knows by its hash.', () => {
  const page = drawn()
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? ''
  assert.equal(styleHash, `sha256-${createHash('sha256').update(style).digest('base64')}`)
  assert.doesNotMatch(page, /<script|\son[a-z]+=|\sstyle=|src=|url\(|@import/)
  assert.doesNotMatch(page.replaceAll(/data:image[^"]*/g, ''), /https?:/)
})

test('What a page is told stays text.', () => {
  const page = drawn({
    title: '</title><b>',
    personName: '<i>Farid</i>',
    notice: '<u>',
    path: '/"><s>',
    nav: [{ href: '/', label: '<em>', current: true }],
  })
  for (const mark of ['<b>', '<i>', '<u>', '<s>', '<em>']) assert.ok(!page.includes(mark), mark)
})

test('Whoever is signed in can sign out on every page, and nobody else is offered to.', () => {
  assert.match(drawn({ personName: 'Farid' }), /<form method="post" action="\/session\/ending">.*Sign out<\/button>/)
  assert.doesNotMatch(drawn(), /session\/ending/)
})

test('The other languages are offered by POST, each in its own words, and lead back to the same page.', () => {
  const page = drawn()
  assert.match(page, /<form method="post" action="\/language"><input type="hidden" name="path" value="\/people"\/>/)
  assert.match(page, /name="language" value="fa-AF" lang="fa-AF">دری<\/button>/)
  assert.doesNotMatch(page, /value="en"/)
  assert.match(drawn({}, 'fa-AF'), /value="en" lang="en">English<\/button>/)
})

test('The style loses its comments and blank space, and nothing else.', () => {
  assert.equal(inlineCss('/* why */\na > b, c { color: red;\n  width: calc(1px + 2px); }\n'), 'a>b,c{color:red;width:calc(1px + 2px)}')
})
