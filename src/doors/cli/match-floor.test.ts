import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fields, matchWorld } from './match.testing.ts'

/** Ada suits Cy and, a little less, Dee; Bo suits neither: both can be matched, or one well. */
const sheets = {
  'M.csv': 'name,code,field,country\nAda,Ada,Law,Italy\nBo,Bo,Tax,France\n',
  'N.csv': 'name,code,field,country\nCy,Cy,Law,Italy\nDee,Dee,Law,Kenya\n',
}

test('A floor in points leaves over who has no pair above it, with the best that they could have.', async () => {
  const all = matchWorld(sheets)
  assert.equal(await all.run(), 0)
  assert.match(all.said.out, /^Matched: 2 of 2\.$/m)
  const { run, said, who } = matchWorld(sheets)
  assert.equal(await run('--floor', '800'), 0)
  assert.deepEqual(await who(), ['Cy-Ada'])
  assert.match(said.out, /^ {2}Dee: The best pair that they could be in has 750 points, and the floor is 800\.$/m)
})

test('A floor outside 0 to 1,000 is refused before any file is read; one that nobody reaches says the best there is.', async () => {
  const outside = matchWorld({})
  assert.equal(await outside.run('--floor', '1001'), 1)
  assert.equal(outside.said.err, 'A floor is a whole number of points from 0 to 1,000; 1,001 is not.\n')
  const low = matchWorld({ ...sheets, 'M.csv': fields([['Ada', 'Tax']]), 'N.csv': fields([['Cy', 'Law']]) })
  assert.equal(await low.run('--floor', '600'), 1)
  assert.equal(low.said.err, 'No pair reaches a floor of 600 points; the best that there is has 0.\n')
  assert.deepEqual(low.written, {})
})

test('The stable whole gives the pair that both want most, and may leave more over; both ways stand side by side.', async () => {
  const rules = '{"hard":{"languagesInCommonMin":1}}'
  const files = {
    'M.csv': 'name,code,languages,field\nAda,Ada,"English, Pashto",Law\nBo,Bo,English,Tax\n',
    'N.csv': 'name,code,languages,field\nCy,Cy,English,Law\nDee,Dee,Pashto,Tax\n',
    'r.json': rules,
  }
  const best = matchWorld(files)
  await best.run('--rules', 'r.json')
  assert.deepEqual(await best.who(), ['Cy-Bo', 'Dee-Ada'])
  assert.match(best.said.out, /^Two ways to choose\s+matched\s+worst pair\s+total\s+pairs who would rather swap$/m)
  assert.match(best.said.out, /^best whole \(written\)\s+2\s+\d+\s+\d+\s+1$/m)
  assert.match(best.said.out, /^stable whole\s+1\s+\d+\s+\d+\s+0$/m)
  const stable = matchWorld(files)
  await stable.run('--rules', 'r.json', '--stable')
  assert.deepEqual(await stable.who(), ['Cy-Ada'])
  assert.match(stable.said.out, /^stable whole \(written\)/m)
  assert.match(stable.said.out, /^ {2}Dee: The only mentor whom they may meet is full with people who suit that mentor better\.$/m)
})

test('Evening lifts the weak pair where the greatest total would leave it; with --stable it is told that it does not apply.', async () => {
  // Cy with Ada 1000 and Dee with Bo 100, or 500 each: the first has the greater total.
  const files = {
    'M.csv': 'name,code,can help with\nAda,Ada,"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o"\nBo,Bo,"a,b,c,d,e,k"\n',
    'N.csv': 'name,code,wants help with\nCy,Cy,"a,b,c,d,e,f,g,h,i,j"\nDee,Dee,"k,l,m,n,o,p,q,r,s,t"\n',
  }
  const total = matchWorld(files)
  assert.equal(await total.run('--floor', 'none'), 0)
  assert.deepEqual(await total.who(), ['Cy-Ada', 'Dee-Bo'])
  const even = matchWorld(files)
  assert.equal(await even.run('--floor', 'none', '--even'), 0)
  assert.deepEqual(await even.who(), ['Cy-Bo', 'Dee-Ada'])
  const highest = matchWorld(files)
  assert.equal(await highest.run(), 0)
  assert.deepEqual(await highest.who(), ['Cy-Bo', 'Dee-Ada'])
  const stable = matchWorld(files)
  assert.equal(await stable.run('--stable', '--even'), 0)
  assert.match(stable.said.err, /^--even does not apply to the stable whole/)
  assert.deepEqual(await stable.who(), ['Cy-Ada', 'Dee-Bo'])
})
