import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPublicAddress } from './public-address.ts'

test('Public addresses are public, those of no public network never, nor an IPv4 address in any IPv6 form.', () => {
  for (const address of ['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450:4001::1']) assert.ok(isPublicAddress(address), address)
  const special = [
    '0.1.2.3',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '2001:db8::1',
    '2001::1',
    'ff02::1',
    'fe80::1%eth0',
    'nonsense',
    '',
  ]
  for (const address of special) assert.ok(!isPublicAddress(address), address)
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
      const [high, low] = [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
      const forms = [
        `::ffff:${a}.${b}.${c}.${d}`,
        `::${high}:${low}`,
        `64:ff9b::${high}:${low}`,
        `2002:${high}:${low}::1`,
        `64:ff9b:1::${high}:${low}`,
      ]
      for (const form of forms) assert.ok(!isPublicAddress(form), form)
    }),
  )
})
