import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSheet } from '#ground/sheet'
import { matchWorld as world } from './match.testing.ts'
import { matchCommand } from './match.ts'

const folder = join(process.cwd(), '../shared/data/mentor-match-small')
const skip = existsSync(folder) ? false : 'the small public-sector files are not on this machine'
const oneGradeAbove = '{ "hard": { "grades": { "mentorStands": "above", "min": 1 } } }'
const ladder = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4']

const small = () => ({ 'M.csv': readFileSync(join(folder, 'mentors.csv')), 'N.csv': readFileSync(join(folder, 'mentees.csv')) })

test('The small public-sector sheets, as they are: 50 of 50, each with a reason.', { skip }, async () => {
  const { run, said, pairs } = world(small())
  assert.equal(await run(), 0)
  assert.equal(said.err, '')
  assert.match(said.out, /^Matched: 50 of 50\.$/m)
  const rows = await pairs()
  assert.equal(rows.length, 50)
  assert.equal(new Set(rows.map(([mentor]) => mentor)).size, 50)
  for (const [, , score, reason] of rows) {
    assert.ok(Number(score) > 0)
    assert.match(reason!, /^\p{Lu}.*\.$/u)
    assert.doesNotMatch(reason!, /gay|lesbian|bisexual|trans|binary|asexual/i)
  }
})

test('A mentor at least one grade above: as many as can be, and for each of the rest the reason.', { skip }, async () => {
  const { run, said, pairs } = world({ ...small(), 'rules.json': oneGradeAbove })
  assert.equal(await run('--rules', 'rules.json'), 0)
  const rows = await pairs()
  const grades = new Map([...(await gradesIn('mentors')), ...(await gradesIn('mentees'))])
  for (const [mentor, mentee] of rows) assert.ok(ladder.indexOf(grades.get(mentor!)!) > ladder.indexOf(grades.get(mentee!)!))
  assert.equal(rows.length, mostAbove([...(await gradesIn('mentors')).values()], [...(await gradesIn('mentees')).values()]))
  const left = said.out.split('\n').filter((line) => /^ {2}mentee \d\d: .+\.$/.test(line))
  assert.equal(rows.length + left.length, 50)
})

test('Rows in another order give the same pairs.', { skip }, async () => {
  const turned = (name: string) => {
    const [head, ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
    return [head, ...rows.reverse()].join('\n')
  }
  const first = world(small())
  const second = world({ 'M.csv': turned('mentors'), 'N.csv': turned('mentees') })
  await first.run()
  await second.run()
  assert.deepEqual(await second.pairs(), await first.pairs())
})

const mentors = 'name,email,languages,can help with,line manager\nAda,ada@x.org,English,Budgets,\nBo,bo@x.org,"English, Pashto",Speaking,\n'
const mentees =
  'name,email,languages,wants help with\nCy,cy@x.org,English,budgets\nDee,dee@x.org,Pashto,speaking\nEve,eve@x.org,Pashto,speaking\n'

test('The reason names what they share, and who is left over is told why.', async () => {
  const { run, said, pairs } = world({ 'M.csv': mentors, 'N.csv': mentees, 'r.json': '{"hard":{"languagesInCommonMin":1}}' })
  assert.equal(await run('--rules', 'r.json'), 0)
  assert.match(said.out, /Matched: 2 of 3\./)
  assert.match(said.out, /(Dee|Eve): The only mentor whom they may meet is full: 2 mentees compete for 1 place\./)
  const [ada] = await pairs()
  assert.ok(
    (await pairs()).some(
      ([mentor, mentee, , reason]) => mentor === 'Ada' && mentee === 'Cy' && /asked for budgets.*share English/.test(reason!),
    ),
    String(ada),
  )
})

test('Rows with a slip and a person who comes twice are left out by name, and the rest is matched.', async () => {
  const twice = `${mentees}Cy,CY@x.org,English,budgets\n,nobody@x.org,English,x\n`
  const { run, said } = world({ 'M.csv': mentors, 'N.csv': twice })
  assert.equal(await run(), 0)
  assert.match(said.err, /N\.csv, row 5, left out: This is the same person as in row 2\./)
  assert.match(said.err, /N\.csv, row 6, left out: /)
  assert.match(said.out, /Matched: 2 of 3\./)
})

test('A slip in the rules is told by its place, and nothing is written.', async () => {
  const { run, said } = world({ 'M.csv': mentors, 'N.csv': mentees, 'r.json': '{"weights":{"topics":"very"},"speed":1}' })
  assert.equal(await run('--rules', 'r.json'), 1)
  assert.match(said.err, /r\.json: “weights\.topics” must be one of: essential, important, nice, off\./)
  assert.match(said.err, /r\.json: The rules know nothing called “speed”/)
})

test('Mentors without mentees, and a sheet with no names, are answered, not crashed on.', async () => {
  const { run, said } = world({ 'M.csv': 'name,email\n', 'N.csv': mentees })
  assert.equal(await run(), 0)
  assert.match(said.out, /Matched: 0 of 3\./)
  assert.match(said.out, /Cy: There are no mentors\./)
  await assert.rejects(world({ 'M.csv': 'shoe,size\nx,1\n', 'N.csv': mentees }).run(), /no column of names/)
  await assert.rejects(world({ 'N.csv': mentees }).run(), /M\.csv cannot be read/)
  await assert.rejects(world({}).run('--fast', 'x'), /does not know "--fast"/)
})

test('An .xlsx is written where the name asks for one.', async () => {
  const { io, pairs } = world({ 'M.csv': mentors, 'N.csv': mentees })
  assert.equal(await matchCommand(['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', 'pairs.XLSX'], io), 0)
  assert.equal((await pairs('pairs.XLSX')).length, 2)
})

test('Each pair has its runner-up and the points between, and the codes of both.', async () => {
  const { run, written } = world({
    'M.csv': 'name,code,field\nAda,M1,Law\nBo,M2,Tax\n',
    'N.csv': 'name,code,field\nCy,N1,Law\n',
  })
  assert.equal(await run(), 0)
  const { headers, rows } = await readSheet(written['pairs.csv']!, 'pairs.csv')
  assert.deepEqual(headers, ['mentor', 'mentee', 'score', 'reason', 'runner-up', 'points behind', 'mentor code', 'mentee code'])
  assert.deepEqual(rows[0]!.cells, ['Ada', 'Cy', '1000', 'Both are in Law.', 'Bo', '1000', 'M1', 'N1'])
})

test('A capacity below 0, or that is none, leaves its row out by name.', async () => {
  const { run, said } = world({ 'M.csv': 'name,capacity\nAda,-1\nBo,two\nEd,1\n', 'N.csv': mentees })
  assert.equal(await run(), 0)
  assert.match(said.err, /M\.csv, row 2, left out: We could not read “-1” as a number of partners/)
  assert.match(said.err, /M\.csv, row 3, left out: We could not read “two”/)
  assert.match(said.out, /Matched: 1 of 3\./)
})

test('More places than mentees are told as a note, and work.', async () => {
  const one = world({ 'M.csv': 'name,capacity\nAda,9\n', 'N.csv': mentees })
  assert.equal(await one.run(), 0)
  assert.equal(one.said.err, 'Ada has more places than there are mentees (3); some will stay free.\n')
  assert.match(one.said.out, /Matched: 3 of 3\./)
  const three = world({ 'M.csv': 'name,capacity\nAda,9\nBo,4\nEd,5\nFi,3\n', 'N.csv': mentees })
  assert.equal(await three.run(), 0)
  assert.equal(three.said.err, 'Ada and 2 other mentors have more places than there are mentees (3); some will stay free.\n')
})

test('A crowd that the memory cannot hold is refused with both figures, before it is scored.', async () => {
  const { run, said, written } = world({ 'M.csv': mentors, 'N.csv': mentees }, 45e6)
  assert.equal(await run(), 1)
  assert.match(said.err, /^Matching 3 mentees with 2 mentors needs 0\.2 GB of memory, and 0 GB are free\./)
  assert.deepEqual(written, {})
})

async function gradesIn(name: string): Promise<Map<string, string>> {
  const { headers, rows } = await readSheet(readFileSync(join(folder, `${name}.csv`)), `${name}.csv`)
  const at = (header: string, cells: string[]) => cells[headers.indexOf(header)]!
  return new Map(rows.map(({ cells }) => [`${at('first name', cells)} ${at('last name', cells)}`, at('grade', cells)]))
}

/** With one rule on a line, taking the lowest mentor above each mentee, from the lowest mentee, matches the most. */
function mostAbove(mentorGrades: string[], menteeGrades: string[]): number {
  const free = mentorGrades.map((grade) => ladder.indexOf(grade)).sort((a, b) => a - b)
  let matched = 0
  for (const level of menteeGrades.map((grade) => ladder.indexOf(grade)).sort((a, b) => a - b)) {
    const at = free.findIndex((mentor) => mentor > level)
    if (at < 0) continue
    free.splice(at, 1)
    matched++
  }
  return matched
}
