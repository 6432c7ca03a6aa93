import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { feedLimits } from '#ground/fetch-feed'
import { sheetLimits } from '#ground/sheet-limits'
import { limits } from '#people/session'
import { type AsvsRow, breachesOf, notRun, readAsvs, testsIn, testsPassed } from '#testing/asvs'

/*
 * What security/ says, held against the sources. It stands beside tidy.test.ts, since it too reads the whole repository and no one part.
 */
const root = join(import.meta.dirname, '..')
const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const rows = readAsvs(readText('security/asvs.csv'))
const tests = testsIn(globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({ path, text: readText(path) })))
const guide = readText('security/README.md')

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has, as OWASP published it. */
const published: Record<string, readonly [number, number]> = {
  1: [8, 19],
  2: [4, 7],
  3: [8, 11],
  4: [2, 8],
  5: [4, 5],
  6: [13, 22],
  7: [6, 12],
  8: [4, 3],
  9: [4, 3],
  10: [5, 24],
  11: [3, 11],
  12: [3, 6],
  13: [1, 12],
  14: [2, 7],
  15: [3, 10],
  16: [0, 16],
  17: [0, 7],
}

const idsOnce = (all: readonly AsvsRow[]) => {
  const counted: Record<string, [number, number]> = {}
  for (const { id, level } of all) {
    const chapter = /^v5\.0\.0-(\d+)\.\d+\.\d+$/.exec(id)?.[1] ?? assert.fail(`${id} is no id of ASVS: write it like v5.0.0-6.2.1`)
    const counts = (counted[chapter] ??= [0, 0])
    counts[level === '1' ? 0 : 1] += 1
  }
  return { counted, repeated: all.map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at) }
}

test('The table holds the 253 requirements of levels 1 and 2, each once.', () => {
  const { counted, repeated } = idsOnce(rows)
  assert.deepEqual(repeated, [], 'these stand twice; keep one row of each')
  assert.deepEqual(counted, published, 'a chapter has too many rows or too few: compare it with the list of OWASP ASVS 5.0.0')
  assert.equal(rows.length, 253)
})

test('Every answer of the table is one of five; what is shown names tests that are there, anything else says why.', () => {
  assert.deepEqual(
    rows.flatMap((row) => breachesOf(row, tests)),
    [],
  )
})

test('What is wrong with a row is said in a sentence that tells what to do.', () => {
  const row = { id: 'v5.0.0-1.1.1', level: '1', what: 'a thing', answer: 'shown', by: 'src/a.test.ts: It holds.', why: '' }
  const hole = ['$', '{language}'].join('')
  const known = new Map([['src/a.test.ts', ['It holds.', `In each ${hole} it holds.`]]])
  const said = (change: Partial<AsvsRow>) => breachesOf({ ...row, ...change }, known).join()
  assert.equal(said({}), '')
  assert.equal(said({ by: `src/a.test.ts: It holds. | src/a.test.ts: In each ${hole} it holds.` }), '')
  assert.match(said({ by: 'src/a.test.ts: It held.' }), /does not have: "It held\.".*put the test back/)
  assert.match(said({ by: 'src/b.test.ts: It holds.' }), /src\/b\.test\.ts, which is not there/)
  assert.match(said({ by: '' }), /by no test: name one/)
  assert.match(said({ by: 'It holds' }), /cannot be read/)
  assert.match(said({ answer: 'yes' }), /answers "yes": write one of shown/)
  assert.match(said({ what: ' ' }), /fill in the column/)
  assert.match(said({ answer: 'deviation' }), /names a test: answer "shown"/)
  assert.match(said({ answer: 'deviation', by: '', why: 'no' }), /does not say why/)
  const report = (inside: string) => `<testcase name="${inside}" time="0.1" classname="test" file="/x/src/a.test.ts"/>`
  const named = { ...row, by: `src/a.test.ts: In each ${hole} it <holds.` }
  assert.deepEqual(notRun([named], testsPassed([report('In each en it &lt;holds.')])), [])
  assert.match(notRun([named], testsPassed([report('It holds.')])).join(), /did not pass in this run, and v5\.0\.0-1\.1\.1 lean on it/)
  assert.match(notRun([named], testsPassed([report('In each en it &lt;holds.').replace('/>', '><skipped/>')])).join(), /did not pass/)
})

test('Every document that the table leans on stands in security/README.md, and says something.', () => {
  const named = rows.flatMap(({ why }) => [...why.matchAll(/security\/README\.md#([\w-]+)/g)].map(([, anchor = '']) => anchor))
  const sections = new Map(
    guide.split(/^## /m).map((part) => {
      const [title = '', ...body] = part.split('\n')
      return [title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), body.join('\n')] as const
    }),
  )
  assert.ok(named.length > 10)
  for (const anchor of named) {
    const words = sections.get(anchor)?.split(/\s+/).length ?? 0
    assert.ok(words > 40, `security/asvs.csv leans on security/README.md#${anchor}, which says ${words} words: write that section`)
  }
})

test('The limits that security/README.md tells are those of the code.', () => {
  const told: Record<string, number> = {
    'tries of a code': limits.codeTriesMax,
    'minutes that a link and its code live': limits.codeMinutes,
    'links an hour for an address': limits.linksAnHourAnAddressMax,
    'links an hour from a network': limits.linksAnHourANetworkMax,
    'sign-in letters an hour of the whole house': limits.signInLettersAnHourMax,
    'days of a session': limits.sessionDays,
    'days of a session unused': limits.sessionIdleDays,
    'hours that a passkey’s yes opens a staff role': limits.proofHours,
    'bytes of a sheet': sheetLimits.bytesMax,
    'bytes of a sheet unpacked': sheetLimits.unpackedBytesMax,
    'rows of a sheet': sheetLimits.rowsMax,
    'bytes of a calendar that is read': feedLimits.bytesMax,
  }
  for (const [what, limit] of Object.entries(told)) {
    const line = `| ${what} | ${limit.toLocaleString('en')} |`
    assert.ok(guide.includes(line), `security/README.md has to say: ${line}`)
  }
})

test('Every package comes from the public registry, with the mark of its content.', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, { resolved?: string; integrity?: string }> }
  const odd = Object.entries(packages).filter(
    ([path, { resolved = '', integrity = '' }]) =>
      path !== '' && !(/^($|https:\/\/registry\.npmjs\.org\/)/.test(resolved) && integrity.startsWith('sha512-')),
  )
  assert.deepEqual(
    odd.map(([path]) => path),
    [],
    'install these from the public registry, so that package-lock.json says what they are',
  )
})
