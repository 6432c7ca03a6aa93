import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bestWhole } from './best-whole.ts'
import { checkCertificate } from './certificate.ts'
import { problemOf, tables } from './crowd.testing.ts'

test('Every whole comes with prices that prove it, over all pairs.', () => {
  fc.assert(
    fc.property(tables(9), (table) => {
      const rows = problemOf(table)
      const whole = bestWhole(rows)
      const proof = checkCertificate(rows, whole)
      assert.ok(!('fault' in proof), JSON.stringify(proof))
      assert.deepEqual([proof.matched, proof.total, proof.totalAtMost], [whole.matched, whole.total, whole.total])
    }),
    { numRuns: 5_000 },
  )
})
