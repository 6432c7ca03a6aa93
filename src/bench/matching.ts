import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readInstance, writeInstance } from '#pairing/instance'
import { instanceOf, shapes } from './instances.ts'
import { row, saySpread, spreadOf } from './measure.ts'

/*
 * The engine against LEMON's network simplex and SciPy: the same instances in one run and in turns, each solve a process of its own, so
 * that memory is each one's own too. `--instances FOLDER` names the published ones, `--rounds N` how often, `--only WORD` which.
 */
const home = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'lampline-matching-'))
const secondsMax = 60
const pairsDenseMax = 30_000_000
const warmPairsMax = 1_100_000
const pairsPausedMax = 5_000_000
const warmUps = 30
const lemon = join(folder, 'lemon')
const script = join(home, 'bench', 'matching', 'scipy_peer.py')

type Run = { prepare: number; solve: number; matched: number; total: number; megabytes: number }
type Solver = { name: string; solve: (path: string) => Run | null; takes: (slots: number) => boolean }

function asked(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

/** What a solver printed; null when it took too long. */
function run(command: string, args: readonly string[]): Run | null {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: secondsMax * 1_000 })
  if (done.error && 'code' in done.error && done.error.code === 'ETIMEDOUT') return null
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.error}`)
  return JSON.parse(done.stdout) as Run
}

/** Pythons that may have SciPy, a system's own first: Debian's packages are seen by that one alone. */
const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import scipy']).status === 0)

function solversHere(): Solver[] {
  const solvers: Solver[] = [ours('Lampline', 0, () => true), ours('Lampline, warm', warmUps, (pairs) => pairs <= warmPairsMax)]
  const compiled = spawnSync('g++', ['-O3', '-march=native', '-std=c++17', join(home, 'bench/matching/lemon.cpp'), '-o', lemon])
  if (compiled.status === 0) solvers.push({ name: 'LEMON', solve: (path) => run(lemon, [path]), takes: () => true })
  else console.log('LEMON is not here (Debian: g++ and liblemon-dev).')
  if (python === undefined) console.log('SciPy is not here (Debian: python3-scipy).')
  else {
    solvers.push({ name: 'SciPy', solve: (path) => run(python, [script, 'dense', path]), takes: (slots) => slots <= pairsDenseMax })
    solvers.push({ name: 'SciPy', solve: (path) => run(python, [script, 'sparse', path]), takes: (slots) => slots > pairsDenseMax })
  }
  return solvers
}

function ours(name: string, warm: number, takes: Solver['takes']): Solver {
  return { name, takes, solve: (path) => run(process.execPath, [join(import.meta.dirname, 'solve-instance.js'), path, String(warm)]) }
}

/** The published instances and the generated ones, as files that every solver reads. */
function* instances(): Generator<{ name: string; path: string; pairs: number; slots: number }> {
  const path = join(folder, 'instance.mmi')
  const published = asked('instances') ?? join(home, '..', 'shared', 'data', 'matching')
  const only = asked('only') ?? ''
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(path, bytes)
    const { n, column, capacity } = readInstance(bytes)
    return { name, path, pairs: column.length, slots: n * capacity.reduce((sum, places) => sum + places, 0) }
  }
  for (const file of existsSync(published) ? readdirSync(published).sort() : []) {
    if (file.endsWith('.mmi.gz') && file.includes(only)) yield put(file.slice(0, -7), gunzipSync(readFileSync(join(published, file))))
  }
  for (const shape of shapes) if (shape.name.includes(only)) yield put(shape.name, writeInstance(instanceOf(shape)))
}

/** Every solver in turns, so that what else the machine does falls on all alike; they must agree. */
function compare(name: string, path: string, solvers: readonly Solver[], rounds: number): void {
  const runs = new Map<string, Run[]>()
  const tooLong = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    for (const solver of solvers) {
      if (tooLong.has(solver.name)) continue
      const answer = solver.solve(path)
      if (answer === null) tooLong.add(solver.name)
      else runs.set(solver.name, [...(runs.get(solver.name) ?? []), answer])
    }
  }
  const answers = new Set(
    [...runs.values()].flat().map(({ matched, total }) => `${matched.toLocaleString('en')} / ${total.toLocaleString('en')}`),
  )
  if (answers.size !== 1) throw new Error(`${name}: the solvers do not agree: ${[...answers].join(', ')}`)
  const spread = (solver: string) => spreadOf((runs.get(solver) ?? []).map(({ solve }) => solve))
  const said = (solver: string) => (runs.has(solver) ? saySpread(spread(solver), 3) : tooLong.has(solver) ? `> ${secondsMax}` : '')
  const peers = ['LEMON', 'SciPy'].filter((peer) => runs.has(peer))
  const fastest = Math.min(...peers.map((peer) => spread(peer).median))
  const ratio = (solver: string) => (runs.has(solver) && peers.length > 0 ? (spread(solver).median / fastest).toFixed(2) : '')
  const most = (solver: string) => String(Math.max(0, ...(runs.get(solver) ?? []).map(({ megabytes }) => megabytes)) || '')
  const times = [said('Lampline'), said('Lampline, warm'), said('LEMON'), said('SciPy')]
  row(name, [...answers][0] ?? '', ...times, ratio('Lampline'), ratio('Lampline, warm'), most('Lampline'), most('LEMON'), most('SciPy'))
}

function node<Result>(script: string, ...args: string[]): Result {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout) as Result
}

type BigRound = { before: number; steps: { step: string; at: number; megabytes: number }[]; rounds: number; matched: number }

/** From profiles: lists of the best, the whole on these, and the proof over all pairs, which may add to them. */
function fromProfiles(mentees: number, mentors: number): void {
  const { before, steps, rounds, matched } = node<BigRound>('big-round.js', String(mentees), String(mentors))
  const [lists, solved] = steps
  const last = steps.at(-1)
  const cell = (step = last) => `${step?.at.toFixed(2)} (${step?.megabytes} MB)`
  const name = `${mentees.toLocaleString('en')} × ${mentors.toLocaleString('en')}`
  row(name, matched.toLocaleString('en'), String(before), cell(lists), cell(solved), cell(last), String(rounds))
}

type OnePauses = 'times' | 'median' | 'most' | 'anew' | 'lost' | 'moved' | 'movedMost'

function onePauses(name: string, path: string): void {
  const { times, median, most, anew, ...people } = node<Record<OnePauses, number>>('one-pauses.js', path)
  const milliseconds = [median, most, anew].map((ms) => ms.toFixed(1))
  row(name, String(times), ...milliseconds, ...[people.lost, people.moved, people.movedMost].map(String))
}

try {
  const cpu = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown'
  console.log(`${availableParallelism()} cores (${cpu}), Node ${process.version}\n`)
  const solvers = solversHere()
  const rounds = Number(asked('rounds') ?? 3)
  const heads = ['instance', 'matched / total', 'Lampline, s', 'warm, s', 'LEMON, s', 'SciPy, s', 'ratio', 'warm', 'MB', 'LEMON', 'SciPy']
  row(...heads)
  row(...heads.map(() => '---'))
  for (const { name, path, pairs, slots } of instances()) {
    const able = solvers.filter((solver) => solver.takes(solver.name === 'Lampline, warm' ? pairs : slots))
    compare(name, path, able, rounds)
  }
  console.log()
  row('from profiles', 'matched', 'people, MB', 'lists of 40, s', 'best whole on them, s', 'proved over all pairs, s', 'looks')
  row(...Array.from({ length: 7 }, () => '---'))
  fromProfiles(10_000, 2_500)
  fromProfiles(100_000, 25_000)
  console.log()
  row('one mentor pauses', 'times', 'mended in, ms', 'worst, ms', 'solved anew, ms', 'lost their mentor', 'moved', 'moved at most')
  row(...Array.from({ length: 8 }, () => '---'))
  for (const { name, path, pairs } of instances()) if (pairs < pairsPausedMax) onePauses(name, path)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
