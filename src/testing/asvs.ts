import { parse } from 'csv-parse/sync'

/** One requirement of OWASP ASVS 5.0, levels 1 and 2, and our answer to it: a line of security/asvs.csv. */
export type AsvsRow = { id: string; level: string; what: string; answer: string; by: string; why: string }
/** A test file of the sources, and the names of its tests as they stand there: a name may hold `${…}`. */
export type NamedTests = ReadonlyMap<string, readonly string[]>

const answers = ['shown', 'not applicable', 'deviation', 'operator', 'coming']
const whyCharsMin = 20
/** Names of the house rules stand in files of their own. */
const rulesOf = { test: 'src/tidy.test.ts', files: /^src\/testing\/\w+-rules\.ts$/ }

export function readAsvs(text: string): AsvsRow[] {
  return parse(text, { columns: true })
}

/** The tests that a row names, `file: name | file: name`. */
export function testsNamed({ by }: AsvsRow): { file: string; name: string }[] {
  if (by === '') return []
  return by.split(' | ').map((one) => {
    const [, file = '', name = ''] = /^(\S+?): (.+)$/.exec(one) ?? []
    return { file, name }
  })
}

const named = /\btest\(\s*(?:'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g
const ruled = /\bsays:\s*(?:'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, plain, pieced]) => plain ?? pieced ?? '')

export function testsIn(sources: readonly { path: string; text: string }[]): NamedTests {
  const tests = new Map<string, string[]>()
  for (const { path, text } of sources) {
    if (/\.test\.tsx?$/.test(path)) tests.set(path, [...(tests.get(path) ?? []), ...namesIn(text, named)])
    if (rulesOf.files.test(path)) tests.set(rulesOf.test, [...(tests.get(rulesOf.test) ?? []), ...namesIn(text, ruled)])
  }
  return tests
}

/** What is wrong with a row, as sentences that say what to do. */
export function breachesOf(row: AsvsRow, tests: NamedTests): string[] {
  const { id, answer, by, why, what } = row
  if (!answers.includes(answer)) return [`${id} answers "${answer}": write one of ${answers.join(', ')}.`]
  if (what.trim() === '') return [`${id} does not say what it is about: fill in the column "what".`]
  if (answer === 'shown') {
    if (by === '') return [`${id} is said to be shown, and by no test: name one in the column "by", or answer something else.`]
    return testsNamed(row).flatMap(({ file, name }) => missingTest(id, file, name, tests))
  }
  if (by !== '') return [`${id} is not said to be shown, and names a test: answer "shown", or leave the column "by" empty.`]
  return why.length < whyCharsMin ? [`${id} answers "${answer}" and does not say why: write one honest sentence in the column "why".`] : []
}

function missingTest(id: string, file: string, name: string, tests: NamedTests): string[] {
  if (file === '') return [`${id} has a "by" that cannot be read: write src/…/file.test.ts: the name of the test, and " | " between two.`]
  const names = tests.get(file)
  if (names === undefined) return [`${id} names ${file}, which is not there: name the file in which its test stands now.`]
  if (names.includes(name)) return []
  return [`${id} names a test that ${file} does not have: "${name}". Give its name of today, or put the test back.`]
}

/** Which tests passed, by source file, out of what a run wrote down as JUnit does; what was skipped did not. */
export function testsPassed(reports: readonly string[]): NamedTests {
  const passed = new Map<string, string[]>()
  for (const report of reports) {
    for (const [, name = '', file = '', end] of report.matchAll(/<testcase name="([^"]*)"[^>]*? file="([^"]*)"(\/?)>/g)) {
      if (end === '/') {
        const source = plain(file).replace(/^.*\/(?:dist|src)\/(.*\.test)\.(?:jsx?|tsx?)$/, '$1')
        passed.set(source, [...(passed.get(source) ?? []), plain(name)])
      }
    }
  }
  return passed
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (text: string) => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity)

/** The tests that rows name and that did not pass in this run, as sentences. */
export function notRun(rows: readonly AsvsRow[], passed: NamedTests): string[] {
  const leaning = new Map<string, string[]>()
  for (const row of rows) {
    for (const { file, name } of testsNamed(row)) {
      const names = passed.get(file.replace(/^src\/(.*)\.tsx?$/, '$1')) ?? []
      const pattern = patternOf(name)
      const test = `${file}: ${name}`
      if (!names.some((one) => pattern.test(one))) leaning.set(test, [...(leaning.get(test) ?? []), row.id])
    }
  }
  return [...leaning].map(
    ([test, ids]) => `This test did not pass in this run, and ${ids.join(', ')} lean on it; run it and mend what it shows: ${test}`,
  )
}

/** A name as it stands in the sources, against the name of a test that ran: `${…}` is anything. */
function patternOf(name: string): RegExp {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => RegExp.escape(part.replace(/\\(['`\\])/g, '$1')))
  return new RegExp(`^${parts.join('.+')}$`, 's')
}
