import { spawn } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#ground/postgres'
import { makeTemplate } from './template.ts'

/*
 * One server for the whole run, a template migrated once, a clone of it for each test file.
 * Files that start servers or browsers of their own get a process each; the rest share one, which saves their start-up.
 */
const ownProcess = [
  ...['dist/journeys/**/*.test.js', 'dist/ground/postgres*.test.js', 'dist/ground/backup*.test.js', 'dist/doors/**/*.test.js'],
  'dist/rooms/hours/ledger-kill.test.js',
]
const minutesMax = 30
/** What passed is written here too, for bin/check-asvs to compare with security/asvs.csv. */
const results = 'dist/test-results'

async function testServer(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.LAMPLINE_TEST_URL
  if (given) return { url: given, stop: async () => {} }
  const server = await startPostgres({ folder, log: () => {}, forTests: true })
  const url = `postgres://${server.superUser}@localhost:${server.port}/postgres?host=${encodeURIComponent(server.host)}`
  return { url, stop: () => server.stop() }
}

function runNode(args: readonly string[], url: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=ExperimentalWarning', ...args], {
      stdio: 'inherit',
      env: { ...process.env, LAMPLINE_TEST_URL: url },
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), minutesMax * 60_000)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}

const common = (part: string) => [
  ...['--test', '--test-timeout=300000', '--test-force-exit', '--test-reporter=spec', '--test-reporter-destination=stdout'],
  ...['--test-reporter=junit', `--test-reporter-destination=${results}/${part}.xml`],
]

const asked = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lampline-tests-'))
const server = await testServer(join(folder, 'data'))
try {
  await makeTemplate(server.url)
  const alone = new Set(ownProcess.flatMap((pattern) => globSync(pattern)))
  const files = asked.length > 0 ? asked : globSync('dist/**/*.test.js')
  const together = files.filter((file) => !alone.has(file)).sort()
  const apart = files.filter((file) => alone.has(file)).sort()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const first = together.length > 0 ? await runNode([...common('together'), '--test-isolation=none', ...together], server.url) : 0
  const second = apart.length > 0 ? await runNode([...common('apart'), '--test-concurrency=2', ...apart], server.url) : 0
  process.exitCode = first || second
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
