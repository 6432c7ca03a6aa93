import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanText, digits, fold, foldAddress, oneLine } from './fold.ts'

const same: [string, string, string][] = [
  ['case', 'STRAẞE', 'strasse'],
  ['Turkish dotted and dotless i, without a locale', 'İstanbul ISPARTA', 'istanbul ısparta'],
  ['Greek final sigma', 'ΟΔΟΣ', 'οδος'],
  ['diacritics', 'Éloïse Ñandú', 'eloise nandu'],
  ['composed and decomposed', 'é', 'e\u0301'],
  ['full width and ligatures', 'ＡＢＣ ﬁ', 'abc fi'],
  ['kaf', 'كابل', 'کابل'],
  ['the three ye', 'علي', 'علی'],
  ['alef maqsura and Pashto e', 'موسى ې', 'موسی ی'],
  ['te marbuta and he with ye above', 'فاطمة ۀ', 'فاطمه ه'],
  ['Pashto gaf', 'ګل', 'گل'],
  ['alef with madda and hamza', 'آمنه أحمد', 'امنه احمد'],
  ['vowel signs', 'مُحَمَّد', 'محمد'],
  ['tatweel, ZWNJ, ZWJ', 'مـحـمد می\u200cخواهم\u200d', 'محمد میخواهم'],
  ['bidi marks and overrides', '\u202eabc\u202c \u2068x\u2069\u200f', 'abc x'],
  ['Persian and Arabic digits', '۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩', '0123456789 0123456789'],
  ['spaces of any kind', '  a\u00a0\u2003b\t\nc ', 'a b c'],
]
for (const [what, one, other] of same) {
  test(`Folding makes one of ${what}.`, () => assert.equal(fold(one), fold(other)))
}

test('Folding keeps what tells words apart: Indic vowel signs, voiced kana, different letters.', () => {
  assert.notEqual(fold('की'), fold('का'))
  assert.notEqual(fold('が'), fold('か'))
  assert.notEqual(fold('گل'), fold('کل'))
  assert.equal(fold('한글'), '한글')
})

test('Folding what is folded changes nothing.', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => fold(fold(text)) === fold(text)))
})

test('An address is the same whatever its case, spaces or Unicode form.', () => {
  for (const form of ['ana@un.org', ' ANA@un.org ', 'ana @UN.ORG', 'ａｎａ@un.org', 'ana\u200b@un.org', '\u202aana@un.org\u202c']) {
    assert.equal(foldAddress(form), 'ana@un.org')
  }
  assert.equal(foldAddress('jose\u0301@un.org'), foldAddress('JOSÉ@UN.ORG'))
  assert.notEqual(foldAddress('josé@un.org'), foldAddress('jose@un.org'))
})

test('Digits of Kabul and Cairo are read as 0-9, and nothing else changes.', () => {
  assert.equal(digits('۱۳۶۴ - ٢٠٢٦ - 12é'), '1364 - 2026 - 12é')
})

test('NUL and half a character are slips; overrides, ZWNJ and inner spaces stay.', () => {
  assert.deepEqual(cleanText('a\u0000b'), { slip: 'text-nul' })
  assert.deepEqual(cleanText('a\ud800'), { slip: 'text-broken' })
  assert.deepEqual(cleanText(' e\u0301 \u202ex می\u200cخواهم '), { text: 'é \u202ex می\u200cخواهم' })
})

test('A name on two lines becomes one line.', () => assert.equal(oneLine(' Ana\r\n  María\u00a0Silva '), 'Ana María Silva'))
