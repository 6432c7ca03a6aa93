import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { lampline, serveSample } from '#testing/sample-house'
import { writeCrowd } from './crowd.ts'
import { row, saySpread, spreadOf } from './measure.ts'
import { houseMemory } from './memory.ts'
import { comparePages } from './pages.ts'

/* What a house costs: its pages against a bare server, its start, its memory, a round from two sheets. Prints a table in Markdown. */
const folder = mkdtempSync(join(tmpdir(), 'lampline-bench-'))
const startsCounted = 5
const matchesCounted = 5

async function startSeconds(data: string): Promise<number> {
  const start = performance.now()
  const house = spawn(lampline, ['serve', '--port', '17072', '--data', data, '--log', 'silent'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => house.stdout.on('data', (text) => (String(text).includes('Lampline is at') ? resolve() : undefined)))
  const seconds = (performance.now() - start) / 1_000
  house.kill('SIGTERM')
  await new Promise((resolve) => house.once('exit', resolve))
  return seconds
}

async function starts(): Promise<void> {
  const first = await startSeconds(join(folder, 'start'))
  const later: number[] = []
  for (let n = 0; n < startsCounted; n += 1) later.push(await startSeconds(join(folder, 'start')))
  row('first start, database made and migrated, s', first.toFixed(2), '', '')
  row('later start, s', saySpread(spreadOf(later), 2), '', '')
}

function matches(people: number): void {
  const [mentors, mentees, out] = [join(folder, 'm.csv'), join(folder, 'n.csv'), join(folder, 'pairs.csv')]
  writeFileSync(mentors, writeCrowd(people, 'mentor', 1))
  writeFileSync(mentees, writeCrowd(people, 'mentee', 2))
  const runs: number[] = []
  for (let n = 0; n < matchesCounted; n += 1) {
    const start = performance.now()
    const done = spawnSync(lampline, ['match', '--mentors', mentors, '--mentees', mentees, '--out', out], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    runs.push((performance.now() - start) / 1_000)
  }
  row(`match ${people} × ${people}, two sheets to written pairs, whole process, s`, saySpread(spreadOf(runs), 2), '', '')
}

/** A round inside a request: the first of a process, and one after ten. */
function rounds(people: number): void {
  for (const warmUps of [0, 10]) {
    const runs: number[] = []
    for (let n = 0; n < matchesCounted; n += 1) {
      const done = spawnSync(process.execPath, [join(import.meta.dirname, 'one-round.js'), String(people), String(warmUps)], {
        encoding: 'utf8',
      })
      if (done.status !== 0) throw new Error(done.stderr)
      runs.push(Number(done.stdout))
    }
    const said = people.toLocaleString('en')
    row(
      `a round of ${said} people, with reasons, both ways and proof, ${warmUps === 0 ? 'first' : 'warm'}, s`,
      saySpread(spreadOf(runs), 3),
      '',
      '',
    )
  }
}

try {
  const cpu = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown'
  console.log(`${availableParallelism()} cores (${cpu}), Node ${process.version}\n`)
  row('what', 'Lampline, median (min–max)', 'bare node:http', 'ratio')
  row('---', '---', '---', '---')
  const { house, origin, cookie } = await serveSample(join(folder, 'house'))
  const programmes = await (await fetch(`${origin}/programmes`, { headers: { cookie } })).text()
  const path = /\/programmes\/[0-9a-f-]{36}/.exec(programmes)?.[0] ?? '/'
  const before = houseMemory(house.pid ?? 0)
  await comparePages(origin.replace('localhost', '127.0.0.1'), path, cookie)
  const after = houseMemory(house.pid ?? 0)
  row('memory after the sample, then after these requests: Node, MB', `${before.node} → ${after.node}`, '', '')
  row('the same: PostgreSQL, all its processes, MB', `${before.postgres} → ${after.postgres}`, '', '')
  house.kill('SIGTERM')
  await new Promise((resolve) => house.once('exit', resolve))
  await starts()
  for (const people of [200, 500]) matches(people)
  for (const people of [300, 2_000]) rounds(people)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
