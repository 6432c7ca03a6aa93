import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fields, matchWorld } from './match.testing.ts'

const mentors = fields([
  ['Ada', 'Law'],
  ['Bo', 'Law'],
])
const mentees = fields([
  ['Cy', 'Law'],
  ['Dee', 'Law'],
])

test('An earlier out file is read back, and its pairs stand where nothing is lost by it.', async () => {
  for (const out of ['first.csv', 'first.xlsx']) {
    for (const pins of ['mentee,mentor\nCy,Ada\n', 'mentee,mentor\nCy,Bo\n']) {
      const world = matchWorld({ 'M.csv': mentors, 'N.csv': mentees, 'pins.csv': pins })
      const first = ['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', out, '--pins', 'pins.csv']
      const { matchCommand } = await import('./match.ts')
      assert.equal(await matchCommand(first, world.io), 0)
      assert.equal(await world.run('--keep', out), 0)
      assert.deepEqual(await world.who(), await world.who(out))
      assert.match(world.said.out, /^Kept: 2 of 2 pairs that stood\.$/m)
    }
  }
})

test('A standing pair gives way where keeping it costs points, and stays where it may cost as many.', async () => {
  const sheets = {
    'M.csv': 'name,field,country\nAda,Law,Italy\nBo,Law,France\n',
    'N.csv': 'name,field,country\nCy,Law,Italy\n',
    'last.csv': 'mentee,mentor\nCy,Bo\n',
  }
  const free = matchWorld(sheets)
  await free.run('--keep', 'last.csv', '--floor', 'none')
  assert.deepEqual(await free.who(), ['Cy-Ada'])
  assert.match(free.said.out, /^Kept: 0 of 1 pair that stood\.$/m)
  const paid = matchWorld(sheets)
  await paid.run('--keep', 'last.csv', '--floor', 'none', '--keep-points', '1000')
  assert.deepEqual(await paid.who(), ['Cy-Bo'])
})

test('Rows of people who are gone are told, a few of them one by one, and the round goes on.', async () => {
  const gone = Array.from({ length: 8 }, (_, at) => `Gone ${at},Ada`).join('\n')
  const { run, said } = matchWorld({ 'M.csv': mentors, 'N.csv': mentees, 'last.csv': `mentee,mentor\nCy,Ada\nCy,Bo\n${gone}\n` })
  assert.equal(await run('--keep', 'last.csv'), 0)
  assert.match(said.err, /^last\.csv, row 3, not kept: Cy has a mentor in row 2 already\.$/m)
  assert.match(said.err, /^last\.csv, row 4, not kept: No mentee who takes part has the code or the name “Gone 0”\.$/m)
  assert.match(said.err, /^4 rows more of last\.csv are left out in the same way\.$/m)
  assert.equal(said.err.trim().split('\n').length, 6)
  assert.match(said.out, /^Kept: 1 of 1 pair that stood\.$/m)
})

test('A file without its columns keeps nobody and is refused; one that is missing cannot be read.', async () => {
  const { run, said } = matchWorld({ 'M.csv': mentors, 'N.csv': mentees, 'last.csv': 'a,b\n1,2\n' })
  assert.equal(await run('--keep', 'last.csv'), 1)
  assert.match(said.err, /last\.csv needs a column “mentee”/)
  await assert.rejects(run('--keep', 'nowhere.csv'), /nowhere\.csv cannot be read/)
})
