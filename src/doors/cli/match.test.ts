import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSheet } from '#ground/sheet'
import { matchCommand } from './match.ts'
import type { Io } from './terminal.ts'

const folder = join(process.cwd(), '../shared/data/mentor-match-small')
const skip = existsSync(folder) ? false : 'the small public-sector files are not on this machine'
const oneGradeAbove = '{ "hard": { "grades": { "mentorStands": "above", "min": 1 } } }'
const ladder = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4']

/** A world of a few files; what was said is gathered. */
function world(files: Record<string, string | Uint8Array>) {
  const said = { out: '', err: '' }
  const written: Record<string, Uint8Array> = {}
  const io: Io = {
    out: (text) => void (said.out += `${text}\n`),
    err: (text) => void (said.err += `${text}\n`),
    progress: () => {},
    readFile: async (path) => {
      const found = files[path]
      if (found === undefined) throw new Error('no such file')
      return typeof found === 'string' ? new TextEncoder().encode(found) : found
    },
    writeFile: async (path, bytes) => void (written[path] = bytes),
    now: () => Temporal.Instant.from('2030-03-04T09:00:00Z'),
  }
  const run = (...more: string[]) => matchCommand(['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', 'pairs.csv', ...more], io)
  const pairs = async (path = 'pairs.csv') => (await readSheet(written[path]!, path)).rows.map(({ cells }) => cells)
  return { io, said, run, pairs }
}

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
