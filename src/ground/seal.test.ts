import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyBytes, keyVersionOf, nonceBytes, type Place, paddedBytes, SealBroken, SealUnknown, seal, unseal } from './seal.ts'

const key = randomBytes(keyBytes)
const place: Place = { owner: 'pair-1', kind: 'note', item: 'note-1', author: 'leila', version: 2 }

test('What was sealed opens in its place, in any script.', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      // A lone surrogate has no UTF-8; what a form brings has none.
      fc.pre(text.isWellFormed())
      assert.equal(unseal(key, place, seal(key, 1, place, Buffer.from(text))).toString(), text)
    }),
  )
})

test('A single bit changed anywhere opens nothing: in the head, the nonce, the text, the tag.', () => {
  const sealed = seal(key, 1, place, Buffer.from('راز'))
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => unseal(key, place, changed), bit < 8 ? SealUnknown : SealBroken, `bit ${bit}`)
  }
})

test('Cut short or grown, it opens nothing.', () => {
  const sealed = seal(key, 1, place, Buffer.from('a secret'))
  for (const length of [1, 3, 15, 31, 34, sealed.length - 1])
    assert.throws(() => unseal(key, place, sealed.subarray(0, length)), SealBroken)
  assert.throws(() => unseal(key, place, Buffer.concat([sealed, Buffer.alloc(1)])), SealBroken)
  assert.throws(() => unseal(key, place, Buffer.alloc(0)), SealUnknown)
})

test('It opens in no other pair, item, kind or version, and as nobody else’s.', () => {
  const sealed = seal(key, 1, place, Buffer.from('a secret'))
  const others: Partial<Place>[] = [
    { owner: 'pair-2' },
    { item: 'note-2' },
    { kind: 'step' },
    { author: 'omar' },
    { version: 1 },
    { version: 3 },
  ]
  for (const other of others) assert.throws(() => unseal(key, { ...place, ...other }, sealed), SealBroken, JSON.stringify(other))
})

test('No part of a place runs over into the next.', () => {
  const sealed = seal(key, 1, { ...place, kind: 'note', item: 's1' }, Buffer.from('a secret'))
  assert.throws(() => unseal(key, { ...place, kind: 'notes', item: '1' }, sealed), SealBroken)
})

test('Another key, or the same under another version’s number, opens nothing.', () => {
  const sealed = seal(key, 1, place, Buffer.from('a secret'))
  assert.throws(() => unseal(randomBytes(keyBytes), place, sealed), SealBroken)
  const renumbered = Buffer.from(sealed)
  renumbered.writeUInt16BE(2, 1)
  assert.equal(keyVersionOf(renumbered), 2)
  assert.throws(() => unseal(key, place, renumbered), SealBroken)
})

test('A way of sealing that comes later is refused by name, not misread.', () => {
  for (const alg of [0, 2, 3, 127, 255]) {
    const later = seal(key, 1, place, Buffer.from('a secret'))
    later.writeUInt8(alg, 0)
    assert.throws(() => unseal(key, place, later), SealUnknown)
    assert.throws(() => keyVersionOf(later), /newer version/)
  }
})

test('The same text sealed twice looks different, and tells little of its length.', () => {
  assert.notDeepEqual(seal(key, 1, place, Buffer.from('yes')), seal(key, 1, place, Buffer.from('yes')))
  const lengths = new Set(['', 'yes', 'no', 'x'.repeat(250)].map((text) => seal(key, 1, place, Buffer.from(text)).length))
  assert.equal(lengths.size, 1)
  const many = new Set(Array.from({ length: 4_000 }, (_, length) => paddedBytes(length + 1)))
  assert.ok(many.size < 70, `${many.size} lengths`)
  for (let length = 1; length < 4_000; length += 1) {
    const padded = paddedBytes(length)
    assert.ok(padded >= length && (length <= 256 || padded <= length * 1.12), `${length} → ${padded}`)
  }
})

test('The format stays what it was: what an earlier version sealed opens.', () => {
  const fixed = Buffer.alloc(keyBytes, 7)
  const sealed = seal(fixed, 3, place, Buffer.from('سلام'), Buffer.alloc(nonceBytes, 9))
  assert.equal(sealed.subarray(0, 3).toString('hex'), '010003')
  assert.equal(sealed.subarray(-16).toString('hex'), '821a80a93364ac78fd8351aefee1a379')
})
