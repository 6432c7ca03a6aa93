import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutants } from './ledger-mutant-list.ts'

/*
 * Takes each mechanism of the ledger out of a copy, one at a time, and runs the tests that promise it: they must fail. Prints a table in
 * Markdown; ends with 1 where a mutant survives, or is of a text that is not there any more. Words after the name pick mutants by them.
 */
const root = join(import.meta.dirname, '..', '..')
const secondsMax = 180
const copied = ['src', 'migrations', 'bin', 'package.json', 'tsconfig.json', 'pathways', 'sample', 'public', 'dist']

type End = { seen: boolean; by: string }

function build(copy: string): string | null {
  const done = spawnSync(join(copy, 'node_modules', '.bin', 'tsc'), ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false'], {
    cwd: copy,
    encoding: 'utf8',
  })
  return done.status === 0 ? null : (done.stdout.split('\n')[0]?.slice(0, 200) ?? 'tsc')
}

function run(copy: string, tests: readonly string[]): End {
  const files = tests.map((name) => `dist/rooms/hours/${name}.test.js`)
  const done = spawnSync(join(copy, 'bin', 'test'), files, {
    cwd: copy,
    encoding: 'utf8',
    timeout: secondsMax * 1_000,
    env: { ...process.env, NO_COLOR: '1' },
  })
  const failed = /✖ failing tests:\s+test at \S+\s+✖ (.+) \([\d.]+ms\)/.exec(done.stdout)?.[1]
  if (done.status === 0) return { seen: false, by: '' }
  return { seen: failed !== undefined, by: failed ?? (done.signal ? 'out of time' : `${done.stdout}${done.stderr}`.trim().slice(-200)) }
}

function without({ file, from, to, tests }: Mutant, copy: string): End {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  if (whole.split(from).length !== 2) return { seen: false, by: 'its text is not there once' }
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  try {
    const wrong = file.endsWith('.ts') ? build(copy) : null
    return wrong === null ? run(copy, tests) : { seen: false, by: `does not build: ${wrong}` }
  } finally {
    writeFileSync(path, whole)
    if (file.endsWith('.ts')) build(copy)
  }
}

const words = process.argv.slice(2)
const picked = mutants.filter(({ without: name }) => words.length === 0 || words.some((word) => name.includes(word)))
const folder = mkdtempSync(join(tmpdir(), 'lampline-mutants-'))
try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const wrong = build(folder)
  if (wrong !== null) throw new Error(`The copy does not build: ${wrong}`)
  const whole = run(folder, [...new Set(picked.flatMap(({ tests }) => tests))])
  if (whole.by !== '') throw new Error(`The tests fail before anything is taken out: ${whole.by}`)
  console.log('| without | seen by | first test to fail |\n| --- | --- | --- |')
  let survivors = 0
  for (const mutant of picked) {
    const { seen, by } = without(mutant, folder)
    if (!seen) survivors += 1
    console.log(`| ${mutant.without} | ${mutant.tests.join(', ')} | ${seen ? by : `**survives** ${by}`} |`)
  }
  console.log(`\n${picked.length} mutants, ${survivors} survive.`)
  process.exitCode = survivors === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
