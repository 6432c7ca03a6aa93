import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Refusal } from '#ground/refusal'
import { main } from './cli.ts'
import { matchWorld } from './match.testing.ts'
import { readMatchOptions } from './match-options.ts'
import { Usage } from './terminal.ts'

const read = (...more: string[]) => readMatchOptions(['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', 'pairs.csv', ...more])
const cannot = (words: RegExp) => (error: Error) => error instanceof Usage && words.test(error.message)
const refused = (reason: string) => (error: Error) => (error as Refusal).reason === reason

test('Left to itself, the best whole is chosen: the highest floor, the greatest total, nothing paid for keeping.', () => {
  const { choice, isProofAsked, notes } = read()
  assert.deepEqual(choice, { method: 'best', floor: 'highest', dial: 'total', bonus: 0 })
  assert.deepEqual([isProofAsked, notes], [false, []])
})

test('Everything that may be asked is read, in any order, digits of any script.', () => {
  const { choice, isProofAsked, pins, keep } = read(
    '--prove',
    '--pins',
    'p.csv',
    '--floor',
    '۳۰۰',
    '--even',
    '--keep-points',
    '20',
    '--keep',
    'k.csv',
  )
  assert.deepEqual(choice, { method: 'best', floor: 300, dial: 'even', bonus: 20 })
  assert.deepEqual([isProofAsked, pins, keep], [true, 'p.csv', 'k.csv'])
  assert.equal(read('--floor', 'none').choice.floor, 'none')
  assert.equal(read('--stable').choice.method, 'stable')
})

test('A command line that cannot be read says what to write.', () => {
  assert.throws(() => readMatchOptions([]), cannot(/needs --mentors\. Write: lampline match/))
  assert.throws(() => read('--fast'), cannot(/does not know "--fast"/))
  assert.throws(() => read('stray.csv'), cannot(/does not know "stray\.csv"/))
  assert.throws(() => read('--stable', 'stray.csv'), cannot(/does not know "stray\.csv"/))
  assert.throws(() => read('--pins'), cannot(/--pins needs a value/))
  assert.throws(() => read('--pins', '--prove'), cannot(/--pins needs a value/))
  assert.throws(() => read('--out', 'again.csv'), cannot(/--out was given twice/))
  assert.throws(() => read('--floor', 'low'), cannot(/"highest", "none" or a number of points, not "low"/))
  assert.throws(() => read('--keep-points', '5'), cannot(/it needs --keep/))
  assert.throws(() => read('--keep', 'k.csv', '--keep-points', 'few'), cannot(/not "few"/))
  assert.throws(() => readMatchOptions(['--mentors', 'M', '--mentees', 'N', '--out', 'pairs.doc']), cannot(/\.csv or \.xlsx/))
})

test('The command answers 2 where its line cannot be read, and says where to look.', async () => {
  const { io, said } = matchWorld({})
  const hands = {} as Parameters<typeof main>
  assert.equal(await main(['match', '--fast'], {}, hands[2], hands[3], io), 2)
  assert.match(said.err, /does not know "--fast"[\s\S]*See: lampline --help/)
  assert.equal(await main(['match', '--help'], {}, hands[2], hands[3], io), 0)
  for (const name of ['floor', 'stable', 'even', 'pins', 'keep', 'keep-points', 'prove']) assert.ok(said.out.includes(`[--${name}`), name)
})

test('Figures outside what there is are refused by name.', () => {
  for (const floor of ['-1', '1001', '300.5']) assert.throws(() => read('--floor', floor), refused('matching.floorOutside'))
  for (const points of ['-1', '1001', '0.5'])
    assert.throws(() => read('--keep', 'k', '--keep-points', points), refused('matching.bonusOutside'))
})

test('What does nothing for the stable whole is told.', () => {
  const { notes } = read('--stable', '--even', '--keep', 'k.csv', '--floor', 'highest')
  assert.equal(notes.length, 3)
  assert.match(notes[0]!, /--even does not apply/)
  assert.deepEqual(read('--stable', '--floor', '300').notes, [])
})
