import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { suggest } from '#matching/suggest'
import { everythingCounts } from '#programmes/rules'
import { mentee, mentor } from '#scores/people.testing'
import { fields, matchWorld } from './match.testing.ts'
import { certificateOf } from './match-certificate.ts'
import { readMatchOptions } from './match-options.ts'

const say = sayTo(unknownReader)
const options = readMatchOptions(['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', 'pairs.csv', '--prove'])
const topics = {
  'M.csv': 'name,code,can help with,capacity\nAda,"A, first","a,b,c,d",1\nBo,B,"a,b",2\nEd,E,e,1\n',
  'N.csv': 'name,code,wants help with\nCy,N1,"a,b,c,d"\nDee,N2,"a,b,c,d"\nFi,N3,"a,b,e,f"\nGil,N4,"a,e"\nHal,N5,a\n',
}

/** The lines of the certificate's table, as cells. */
function tableIn(out: string): string[][] {
  const lines = out.split('\n')
  const from = lines.indexOf('side,code,part,places,price')
  const table = lines.slice(from + 1).filter((line) => /^(mentee|mentor),/.test(line))
  return table.map((line) => Array.from(line.matchAll(/"([^"]*)"|([^,]+)/g), ([, inQuotes, plain]) => inQuotes ?? plain!))
}

test('A reader who adds up the certificate gets the number matched and the total of the pairs written.', async () => {
  for (const more of [[], ['--floor', 'none'], ['--floor', '250']]) {
    const { run, said, pairs } = matchWorld(topics)
    assert.equal(await run('--prove', ...more), 0)
    const table = tableIn(said.out)
    const rows = await pairs()
    assert.equal(table.length, 8)
    assert.equal(
      table.reduce((sum, [, , , places, price]) => sum + Number(places) * Number(price), 0),
      rows.reduce((sum, [, , score]) => sum + Number(score), 0),
    )
    const most = table.reduce((sum, [side, , part, places]) => {
      const counts = (side === 'mentor') === (part === 'short of places')
      return sum + (counts ? Number(places) : 0)
    }, 0)
    assert.equal(most, rows.length)
    assert.match(said.out, /^Checked: every one of \d+ pairs\./m)
    assert.match(said.out, /It holds: no whole matches more/)
  }
})

test('Without --prove no certificate is printed; rows in another order give the same one.', async () => {
  const plain = matchWorld(topics)
  await plain.run()
  assert.doesNotMatch(plain.said.out, /[Cc]ertificate|price/)
  const [head, ...rows] = topics['N.csv'].trim().split('\n')
  const straight = matchWorld(topics)
  const turned = matchWorld({ ...topics, 'N.csv': [head, ...rows.reverse()].join('\n') })
  await straight.run('--prove')
  await turned.run('--prove')
  assert.equal(turned.said.out, straight.said.out)
})

test('What a pair counts for is told: evened, with points for standing, above a floor, beside pins, for the best whole alone.', async () => {
  const files = { ...topics, 'last.csv': 'mentee,mentor\nN1,B\n', 'pins.csv': 'mentee,mentor\nN5,B\n' }
  const told = matchWorld(files)
  await told.run('--prove', '--even', '--keep', 'last.csv', '--keep-points', '20', '--floor', '50', '--pins', 'pins.csv')
  assert.match(
    told.said.out,
    /^A pair counts for its score evened, .*, and 20 more where it stood before\. Open to choice: pairs of 50 points/m,
  )
  assert.match(told.said.out, /^Pinned pairs stand outside, with the places that they take: 1\.$/m)
  assert.equal(tableIn(told.said.out).length, 7)
  const stable = matchWorld({ 'M.csv': fields([['Ada', 'Law']]), 'N.csv': fields([['Cy', 'Law']]) })
  await stable.run('--prove', '--stable')
  assert.match(stable.said.out, /^What was written is the stable whole, to which it does not speak\.$/m)
})

test('A certificate that does not hold says what is wrong with it.', () => {
  const found = suggest({ mentees: [mentee('N')], mentors: [mentor('A')], rules: everythingCounts, apart: [] })
  assert.equal(certificateOf(found, options, say).holds, true)
  const wrong = (proof: typeof found.proved.proof) => certificateOf({ ...found, proved: { ...found.proved, proof } }, options, say)
  const worthMore = wrong({ fault: 'worthMore', mentee: 0, mentor: 0 })
  assert.equal(worthMore.holds, false)
  assert.match(worthMore.text, /^It does not hold: a pair counts for more than its two prices together\.$/m)
  assert.match(wrong({ fault: 'sumsDiffer', total: 5, prices: 4 }).text, /^It does not hold: the sums differ: 5 and 4\.$/m)
})
