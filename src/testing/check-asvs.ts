import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notRun, readAsvs, testsPassed } from './asvs.ts'

/* After a whole run of the tests: says of each that security/asvs.csv names whether it passed. With --coming, answers may still be owed. */
const root = join(import.meta.dirname, '..', '..')
const rows = readAsvs(readFileSync(join(root, 'security/asvs.csv'), 'utf8'))
const reports = globSync('dist/test-results/*.xml', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'))
const owed = process.argv.includes('--coming') ? [] : rows.filter(({ answer }) => answer === 'coming')

const breaches = [
  ...(reports.length === 0 ? ['No run of the tests was written down: run "npm test" first.'] : notRun(rows, testsPassed(reports))),
  ...owed.map(({ id, why }) => `${id} is still to come (${why}): name the test that shows it now.`),
]
for (const breach of breaches) console.error(breach)
const counts = Map.groupBy(rows, ({ answer }) => answer)
console.log([...counts].map(([answer, { length }]) => `${length} ${answer}`).join(', '))
process.exitCode = breaches.length > 0 ? 1 : 0
