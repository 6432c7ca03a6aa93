import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { rules, type Source } from '#testing/house-rules'

/*
 * The house keeps itself: each rule reads the sources and answers one sentence for each breach, saying what to do.
 * Each was broken on purpose once, below, so that a rule that stopped biting is seen too.
 */
const root = join(import.meta.dirname, '..')
const paths = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => !path.endsWith('tables.ts'))
const sources: Source[] = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const extra = {
  migrations: globSync('migrations/*.sql', { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  english: JSON.parse(readFileSync(join(root, 'src/ground/words/en.json'), 'utf8')) as Record<string, string>,
  dari: JSON.parse(readFileSync(join(root, 'src/ground/words/fa-AF.json'), 'utf8')) as Record<string, { text: string; by: string }>,
  glossary: readFileSync(join(root, 'GLOSSARY.md'), 'utf8'),
  readmes: globSync('src/rooms/*/README.md', { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  runtimeDependencies: Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies),
  dependencyNotes: readFileSync(join(root, 'docs/dependencies.md'), 'utf8'),
}

for (const rule of rules) {
  test(rule.says, () => {
    assert.deepEqual(rule.breaches(sources, extra), [])
  })
  test(`${rule.says} (and a breach is seen)`, () => {
    const broken = rule.broken(sources, extra)
    assert.notDeepEqual(rule.breaches(broken.sources, broken.extra), [], 'the rule did not bite')
  })
}

test('The rooms named in the street are the folders there are.', () => {
  const folders = globSync('src/rooms/*/', { cwd: root }).map((path) => basename(path))
  const street = readFileSync(join(root, 'src/street.ts'), 'utf8')
  for (const folder of folders) assert.ok(street.includes(`'${folder}'`), `src/street.ts does not name ${folder}`)
  assert.equal(dirname('src/rooms'), 'src')
})
