import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { style } from './frame.tsx'

const styleBytesMax = 5_000
const contrastMin = 4.5
const grounds = ['paper', 'card', 'sand']
/** Every colour that text has, on every ground that it may stand on. */
const pairs: [text: string, ground: string][] = [
  ...['ink', 'soft', 'lapis'].flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...['pomegranate', 'plum'].flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...['waiting', 'pomegranate', 'pistachio'].map((text): [string, string] => [text, `${text}-ground`]),
  ['on-lapis', 'lapis'],
]

const tokensOf = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', colour = '']) => [name, colour]))
const [light = '', dark = ''] = [...style.matchAll(/:root\{([^}]*)\}/g)].map(([, block = '']) => block)
const schemes = { light: tokensOf(light), dark: tokensOf(dark) }

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? [])
  const [r = 0, g = 0, b = 0] = digits.map((digit) => {
    const share = Number.parseInt(digit, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

test('Contrast is measured as WCAG does.', () => {
  assert.equal(contrast('#000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#fff').toFixed(2), '4.48')
})

for (const [scheme, tokens] of Object.entries(schemes)) {
  test(`Every text is at least ${contrastMin} to 1 on its ground, ${scheme}.`, () => {
    for (const [text, ground] of pairs) {
      const [front, back] = [tokens.get(text), tokens.get(ground)]
      assert.ok(front && back, `${text} and ${ground} are tokens`)
      const ratio = contrast(front, back)
      assert.ok(ratio >= contrastMin, `${text} on ${ground} has ${ratio.toFixed(2)}`)
    }
  })
}

test('The border of a field, and the ring of the focus, are at least 3 to 1 on what they stand on.', () => {
  for (const tokens of Object.values(schemes)) {
    for (const ground of ['paper', 'card']) {
      for (const mark of ['field', 'ink'])
        assert.ok(contrast(tokens.get(mark) ?? '', tokens.get(ground) ?? '') >= 3, `${mark} on ${ground}`)
    }
  }
})

test('Every colour is a token, in light and in dark, and saffron is never text.', () => {
  assert.deepEqual([...schemes.dark.keys()].sort(), [...schemes.light.keys()].sort())
  const [rules = ''] = style.split(/@media print/).map((part) => part.replace(/:root\{[^}]*\}/g, ''))
  assert.doesNotMatch(rules, /#[0-9a-f]{3,8}\b/)
  assert.doesNotMatch(rules, /[^-]color:var\(--saffron\)/)
})

test('The page turns round for scripts that run from right to left: nothing is told left from right.', () => {
  assert.doesNotMatch(style, /[{;-](left|right)\b|:(left|right)\b/)
})

test(`All of the style is ${styleBytesMax} bytes at most, as it is sent.`, () => {
  assert.ok(brotliCompressSync(style).length <= styleBytesMax, `${brotliCompressSync(style).length} bytes`)
})
