import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fields, matchWorld } from './match.testing.ts'

test('How many can be matched at each floor is told in a few lines, from the highest floor that costs nobody.', async () => {
  const { run, said } = matchWorld({
    'M.csv': 'name,can help with\nAda,"a,b,c,d"\nBo,"a,b"\nEd,a\n',
    'N.csv': 'name,wants help with\nCy,"a,b,c,d"\nDee,"a,b,c,d"\nFi,"a,b,c,d"\n',
  })
  assert.equal(await run(), 0)
  const lines = said.out.split('\n')
  const from = lines.indexOf('How many can be matched with a worst pair of')
  const steps = lines.slice(from + 1, lines.indexOf('', from))
  assert.match(steps[0]!, /^ +\d+ points or more: 3 of 3$/)
  assert.ok(Number(/\d+/.exec(steps[0]!)) >= 250)
  assert.ok(steps.length >= 2 && steps.length <= 6, steps.join('\n'))
  assert.match(steps.at(-1)!, / points or more: 1 of 3$/)
  const matched = steps.map((step) => Number(/: (\d) of 3$/.exec(step)?.[1]))
  assert.deepEqual(matched, [...new Set(matched)].sort().reverse())
})

test('Whom to look for and where one more place helps are told in sentences.', async () => {
  const { run, said } = matchWorld({
    'M.csv': 'name,languages\nAda,English\n',
    'N.csv': 'name,languages\nCy,English\nDee,Pashto\nFi,Pashto\nGil,English\n',
    'r.json': '{"hard":{"languagesInCommonMin":1}}',
  })
  assert.equal(await run('--rules', 'r.json'), 0)
  assert.match(said.out, /^What would help:$/m)
  assert.match(said.out, /^ {2}Two more mentors who speak Pashto would place two people\.$/m)
  assert.match(said.out, /^ {2}One more mentor who speaks English would place one person\.$/m)
  assert.match(said.out, /^ {2}One more place with Ada would place one more/m)
})

test('Where everybody has the best there is, nothing is said of what would help; with nobody there, nothing is compared.', async () => {
  const all = matchWorld({ 'M.csv': fields([['Ada', 'Law']]), 'N.csv': fields([['Cy', 'Law']]) })
  await all.run()
  assert.doesNotMatch(all.said.out, /would help|Without a mentor|Kept/)
  assert.match(all.said.out, /^1 mentee, 1 mentor with 1 place, 1 pair that no rule forbids\.$/m)
  const none = matchWorld({ 'M.csv': 'name\n', 'N.csv': 'name\n' })
  assert.equal(await none.run(), 0)
  assert.doesNotMatch(none.said.out, /Two ways|How many can be/)
  assert.match(none.said.out, /There are no mentees to match\./)
})
