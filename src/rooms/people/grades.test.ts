import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelOf } from './grades.ts'

test('Grades of one ladder climb in their order.', () => {
  const climbs = (...grades: string[]) => {
    const levels = grades.map((grade) => levelOf(grade))
    assert.ok(
      levels.every((level, at) => level !== null && (at === 0 || level > levels[at - 1]!)),
      levels.join(),
    )
  }
  climbs('AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4')
  climbs('G4', 'G7', 'P2', 'P3', 'NOD', 'P5', 'D1', 'D2', 'ASG', 'USG')
  climbs('1', '2', '10')
})

test('A grade is known by its letters, whatever its case, hyphens and spaces.', () => {
  assert.equal(levelOf('p-4'), levelOf('P4'))
  assert.equal(levelOf(' grade 7 '), levelOf('Grade 7'))
  assert.equal(levelOf('NO-B'), levelOf('P2'))
})

test('An unknown grade has no level rather than a wrong one.', () => {
  for (const grade of [null, '', 'Wizard', '0', '41', '3.5', '-2', 'P9']) assert.equal(levelOf(grade), null)
})
