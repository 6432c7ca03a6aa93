import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fields, matchWorld } from './match.testing.ts'

const people = (prefix: string) => fields(Array.from({ length: 300 }, (_, at) => [`${prefix}${at}`, `Field ${at % 7}`] as const))
const sheets = { 'M.csv': people('M'), 'N.csv': people('N') }
/** Too little to score every pair, enough for lists. */
const memoryBytes = 124_700_000

test('With too little memory to score every pair, the best whole without a floor is found on lists, the same and proved.', async () => {
  const usual = matchWorld(sheets)
  assert.equal(await usual.run('--floor', 'none'), 0)
  const { run, said } = matchWorld(sheets, memoryBytes)
  assert.equal(await run('--floor', 'none', '--prove'), 0)
  const sums = (text: string) => [/^Matched: .*$/m, /^Total: .*$/m, /^Worst pair: \d+/m].map((line) => line.exec(text)?.[0])
  assert.deepEqual(sums(said.out), sums(usual.said.out))
  assert.match(said.out, /^Proved over every pair that may meet/m)
  assert.match(said.out, /^Checked: every one of/m)
})

test('What looks at every pair is refused before it begins, with what it needs, what is free, and what would do.', async () => {
  for (const more of [[], ['--stable'], ['--floor', 'none', '--even']]) {
    const { run, said, written } = matchWorld(sheets, memoryBytes)
    assert.equal(await run(...more), 1)
    assert.match(said.err, /needs 0\.\d GB of memory, and 0\.1 GB are free\..*--floor none/)
    assert.deepEqual(written, {})
  }
})
