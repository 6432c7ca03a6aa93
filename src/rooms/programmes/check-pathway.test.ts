import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPathway } from './check-pathway.ts'
import type { Pathway } from './pathway.ts'
import { pathwayLimits } from './pathway-forms.ts'
import { pathwayOfKey, pathways } from './pathways.ts'

const mentoring = pathwayOfKey('mentoring') ?? assert.fail('no pathway of mentoring')

/** What is said of the pathway of mentoring once it is broken. */
function slipsWhen(break_: (pathway: Pathway) => void): string[] {
  const pathway = structuredClone(mentoring)
  break_(pathway)
  const read = readPathway(JSON.stringify(pathway))
  return 'slips' in read ? read.slips.map(({ key, facts }) => `${key} ${Object.values(facts).join(' ')}`.trim()) : []
}
const stageOf = (pathway: Pathway, key: string) => pathway.stages.find((one) => one.key === key) ?? assert.fail(key)

test('Every pathway that ships is read as it is, and reads back the same.', () => {
  for (const pathway of pathways) assert.deepEqual(readPathway(JSON.stringify(pathway)), { pathway })
})

test('A cycle is named; an interlude that goes back is none.', () => {
  assert.deepEqual(
    slipsWhen((pathway) => stageOf(pathway, 'follow-up').next.push('active')),
    ['slip.pathway.cycle active'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => stageOf(pathway, 'active').next.push('active')),
    ['slip.pathway.cycle active'],
  )
})

test('A stage that is missing, and a form that is unknown, are named with who asks for them.', () => {
  assert.deepEqual(
    slipsWhen((pathway) => stageOf(pathway, 'agree').next.push('party')),
    ['slip.pathway.no-stage agree party'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => stageOf(pathway, 'agree').forms.push('F99')),
    ['slip.pathway.no-form agree F99'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => {
      pathway.reviews[0] = { ...(pathway.reviews[0] ?? assert.fail()), form: 'F98' }
    }),
    ['slip.pathway.no-form first F98'],
  )
})

test('Where a pair begins or closes must be there, and be a stage of pairs; each such stage must be within reach, and one must end.', () => {
  assert.deepEqual(
    slipsWhen((pathway) => {
      pathway.begins = 'nowhere'
    }),
    ['slip.pathway.no-stage begins nowhere'],
  )
  assert.ok(
    slipsWhen((pathway) => {
      pathway.begins = 'design'
    }).includes('slip.pathway.not-of-pairs design'),
  )
  assert.deepEqual(
    slipsWhen((pathway) => {
      pathway.stages.push({ ...stageOf(pathway, 'follow-up'), key: 'island' })
    }),
    ['slip.pathway.unreached island'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => {
      delete stageOf(pathway, 'follow-up').endsAs
    }),
    ['slip.pathway.no-end'],
  )
})

test('The same key twice, numbers that do not grow, and no hold for safety are refused.', () => {
  const twice = slipsWhen((pathway) => pathway.forms.push({ ...(pathway.forms[0] ?? assert.fail()) }))
  assert.deepEqual(twice, ['slip.pathway.twice F01'])
  assert.deepEqual(
    slipsWhen((pathway) => {
      pathway.contact.callAt = pathway.contact.nudgeAt
    }),
    ['slip.pathway.contact'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => {
      pathway.holds = ['paused']
    }),
    ['slip.pathway.safeguarding'],
  )
})

test('What is no pathway at all is said so: not JSON, cut short, another shape, too big.', () => {
  const text = JSON.stringify(mentoring)
  const keysOf = (given: string) => {
    const read = readPathway(given)
    return 'slips' in read ? [...new Set(read.slips.map(({ key }) => key))] : []
  }
  for (const given of ['', 'stages: []', text.slice(0, -20)]) assert.deepEqual(keysOf(given), ['slip.pathway.json'])
  for (const given of ['[]', '{}', '7', text.replace('"limitDays":14', '"limitDays":-1')])
    assert.deepEqual(keysOf(given), ['slip.pathway.shape'])
  assert.deepEqual(keysOf('x'.repeat(pathwayLimits.bytesMax + 1)), ['slip.pathway.too-big'])
})
