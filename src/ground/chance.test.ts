import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands, secretHash, shortCode } from './chance.ts'

const many = 5_000
const secrets = Array.from({ length: many }, () => realHands.newSecret())

test('A secret has 128 bits of chance, each as often one as nought, and none comes twice.', () => {
  assert.equal(new Set(secrets).size, many)
  const ones = new Array<number>(128).fill(0)
  for (const secret of secrets) {
    const bytes = Buffer.from(secret, 'base64url')
    assert.equal(bytes.length, 16)
    for (let bit = 0; bit < 128; bit += 1) ones[bit] = (ones[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1)
  }
  // Seven standard deviations of a fair coin thrown 5,000 times: once in 10⁹ runs.
  const far = 7 * Math.sqrt(many / 4)
  for (const [bit, count] of ones.entries()) assert.ok(Math.abs(count - many / 2) < far, `bit ${bit}: ${count}`)
})

test('A code to type has eight of thirty letters and digits, any of them anywhere, and tells nothing of another.', () => {
  const codes = secrets.map(shortCode)
  assert.equal(new Set(codes).size, many)
  for (let place = 0; place < 8; place += 1) {
    const letters = Map.groupBy(codes, (code) => code[place] ?? '')
    assert.equal(letters.size, 30)
    for (const [letter, { length }] of letters) assert.ok(length > 60 && length < 350, `${letter} at ${place}: ${length}`)
  }
  for (const code of codes) assert.match(code, /^[A-HJ-NP-Z2-9]{8}$/)
})

test('What is kept of a secret is SHA-256 of it.', () => {
  assert.equal(secretHash('abc').toString('hex'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
