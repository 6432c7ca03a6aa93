import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from '#ground/sheet-write'
import { fields, matchWorld } from './match.testing.ts'

const mentors = fields([
  ['Ada', 'Law'],
  ['Bo', 'Tax'],
])
const mentees = fields([
  ['Cy', 'Law'],
  ['Dee', 'Tax'],
])
const sheets = { 'M.csv': mentors, 'N.csv': mentees }
const withPins = (pins: string | Uint8Array, more = {}) => matchWorld({ ...sheets, ...more, 'pins.csv': pins })

test('Without pins everybody goes to their own field; together and apart go before that.', async () => {
  const plain = matchWorld(sheets)
  await plain.run()
  assert.deepEqual(await plain.who(), ['Cy-Ada', 'Dee-Bo'])
  const together = withPins('mentee,mentor\nCy,Bo\n')
  assert.equal(await together.run('--pins', 'pins.csv'), 0)
  assert.deepEqual(await together.who(), ['Cy-Bo', 'Dee-Ada'])
  const apart = withPins('mentor,mentee,kind\nAda,Cy,Apart\n')
  assert.equal(await apart.run('--pins', 'pins.csv'), 0)
  assert.deepEqual(await apart.who(), ['Cy-Bo', 'Dee-Ada'])
})

test('Pins may come as .xlsx, by codes in columns of their own, and twice the same.', async () => {
  const rows = [
    ['N1', 'M2'],
    ['N1', 'M2'],
  ]
  const files = {
    'M.csv': 'name,code,field\nAda,M1,Law\nBo,M2,Tax\n',
    'N.csv': 'name,code,field\nCy,N1,Law\nDee,N2,Tax\n',
    'pins.xlsx': await writeXlsx(['Mentee code', 'Mentor_Code'], rows),
  }
  const { run, who } = matchWorld(files)
  assert.equal(await run('--pins', 'pins.xlsx'), 0)
  assert.deepEqual(await who(), ['Cy-Bo', 'Dee-Ada'])
})

test('Rows that name nobody, two people, or no kind there is are all told by file and row, and nothing is written.', async () => {
  const files = {
    'N.csv': 'name,code,called name\nCy,N1,\nCy,N2,\nDee,N3,Dolly\n',
    'M.csv': 'name,code\nAda,M1\nBo,M2\n',
  }
  const { run, said, written } = withPins('mentee,mentor,kind\nZoe,Ada,\nCy,Ada,\nN1,,\nDolly,Bo,maybe\nDEE,bo,together\nN1,M1,,x\n', files)
  assert.equal(await run('--pins', 'pins.csv'), 1)
  assert.match(said.err, /^pins\.csv, row 2: No mentee who takes part has the code or the name “Zoe”\.$/m)
  assert.match(said.err, /^pins\.csv, row 3: More than one mentee is called “Cy”\. Write the code instead\.$/m)
  assert.match(said.err, /^pins\.csv, row 4: A pair needs a mentee and a mentor; one of the two is missing\.$/m)
  assert.match(said.err, /^pins\.csv, row 5: The kind of a pair is “together” or “apart”, not “maybe”\.$/m)
  assert.match(said.err, /^pins\.csv, row 7: /m)
  assert.equal(said.err.trim().split('\n').length, 5)
  assert.deepEqual(written, {})
})

test('Together against apart, two mentors for one, and two pins on one place are told at the row that is too many.', async () => {
  const against = withPins('mentee,mentor,kind\nCy,Ada,apart\nDee,Bo,\nCy,Ada,together\n')
  assert.equal(await against.run('--pins', 'pins.csv'), 1)
  assert.equal(against.said.err, 'pins.csv, row 4: This is against row 2: Cy and Ada cannot be both together and apart.\n')
  const twice = withPins('mentee,mentor\nCy,Ada\nCy,Bo\n')
  assert.equal(await twice.run('--pins', 'pins.csv'), 1)
  assert.equal(twice.said.err, 'pins.csv, row 3: Cy is together with another mentor already, in row 2.\n')
  const crowded = withPins('mentee,mentor\nCy,Ada\nDee,Ada\n')
  assert.equal(await crowded.run('--pins', 'pins.csv'), 1)
  assert.equal(crowded.said.err, 'pins.csv, row 3: Ada has one place only, and another row takes it.\n')
})

test('A pin that breaks a hard rule is refused with the rule.', async () => {
  const { run, said, written } = matchWorld({
    'M.csv': 'name,languages\nAda,English\n',
    'N.csv': 'name,languages\nCy,Pashto\n',
    'pins.csv': 'mentee,mentor\nCy,Ada\n',
    'r.json': '{"hard":{"languagesInCommonMin":1}}',
  })
  assert.equal(await run('--pins', 'pins.csv', '--rules', 'r.json'), 1)
  assert.equal(said.err, 'Ada cannot be pinned to Cy: they have too few languages in common.\n')
  assert.deepEqual(written, {})
})

test('A pins file that is missing, empty, or without its columns says so; one without rows pins nobody.', async () => {
  await assert.rejects(matchWorld(sheets).run('--pins', 'pins.csv'), /pins\.csv cannot be read/)
  const empty = withPins('')
  assert.equal(await empty.run('--pins', 'pins.csv'), 1)
  assert.match(empty.said.err, /“pins\.csv” holds no rows/)
  const strange = withPins('who,whom\nCy,Ada\n')
  assert.equal(await strange.run('--pins', 'pins.csv'), 1)
  assert.equal(strange.said.err, 'pins.csv needs a column “mentee” and a column “mentor”. Its columns are: who, whom.\n')
  const none = withPins('mentee,mentor\n')
  assert.equal(await none.run('--pins', 'pins.csv'), 0)
  assert.equal(none.said.err, 'pins.csv names no pair.\n')
})
