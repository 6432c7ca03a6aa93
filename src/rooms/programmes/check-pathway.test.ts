import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, sayIfKnown, sayTo, unknownReader } from '#ground/words'
import { readPathway, readPathwayFile } from './check-pathway.ts'
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

test('Every agreement says where confidentiality ends, in words that the two may not change.', () => {
  const limits = (pathway: Pathway) => pathway.agreement.clauses.find(({ key }) => key === 'limits') ?? assert.fail('no such clause')
  for (const pathway of pathways) {
    for (const language of languages) assert.ok((limits(pathway).says[language] ?? '').length > 100, `${pathway.key} in ${language}`)
  }
  assert.deepEqual(
    slipsWhen((pathway) => pathway.agreement.clauses.splice(pathway.agreement.clauses.indexOf(limits(pathway)), 1)),
    ['slip.pathway.limits'],
  )
  assert.deepEqual(
    slipsWhen((pathway) => Object.assign(limits(pathway), { fixed: false })),
    ['slip.pathway.limits'],
  )
})

test('What is no pathway at all is said so: not JSON, cut short, too big.', async () => {
  const text = JSON.stringify(mentoring)
  for (const given of ['', 'stages: []', text.slice(0, -20)]) assert.deepEqual(slipsIn(given), ['slip.pathway.json'])
  for (const given of ['[]', '7', 'null', '"x"']) assert.deepEqual(slipsIn(given), ['slip.pathway.shape at={ }'])
  assert.deepEqual(slipsIn('x'.repeat(pathwayLimits.bytesMax + 1)), ['slip.pathway.too-big max=200000'])
  assert.deepEqual(await readPathwayFile(new Blob(['۱'.repeat(150_000)])), {
    slips: [{ key: 'slip.pathway.too-big', facts: { max: 200_000 } }],
  })
})

test('Every slip of shape is named at once, by its place, in words of both languages and none of a programmer.', () => {
  const said = slipsIn(
    JSON.stringify({
      ...mentoring,
      colour: 'blue',
      kind: 'speed-dating',
      key: 'two words',
      lastsWeeks: 0,
      begins: undefined,
      meetings: { planned: 8.5, minutes: 9_999, everyDays: '21' },
      stages: mentoring.stages.map((one) => (one.key === 'agree' ? { ...one, name: {}, limitDays: -1 } : one)),
      ends: [],
      rematchesMax: 99,
      description: { en: 'x'.repeat(601), 'fa-AF': ' ' },
      reviews: Array.from({ length: 13 }, () => mentoring.reviews[0]),
    }),
  )
  assert.deepEqual(said.toSorted(), [
    'slip.pathway.choice at=kind choices=mentoring, reverseMentoring, peerMentoring, businessCoaching, institutionTwinning, coachTraining',
    'slip.pathway.empty at=description.fa-AF bound=1',
    'slip.pathway.few at=ends bound=1',
    'slip.pathway.key at=key',
    'slip.pathway.least at=lastsWeeks bound=1',
    'slip.pathway.least at=stages.agree.limitDays bound=1',
    'slip.pathway.long at=description.en bound=600',
    'slip.pathway.many at=reviews bound=12',
    'slip.pathway.missing at=begins',
    'slip.pathway.missing at=stages.agree.name.en',
    'slip.pathway.most at=meetings.minutes bound=480',
    'slip.pathway.most at=rematchesMax bound=10',
    'slip.pathway.shape at=meetings.everyDays',
    'slip.pathway.shape at=meetings.planned',
    'slip.pathway.unknown at={ } key=colour',
  ])
})

test('A criterion that cannot be met where it stands is refused: places of a pair, milestones of a programme.', () => {
  assert.deepEqual(
    slipsWhen((pathway) => stageOf(pathway, 'agree').leave.push({ what: 'places', perHundred: 100, level: 'must' })),
    ['slip.pathway.not-there agree places'],
  )
  for (const stage of ['design', 'screen']) {
    assert.deepEqual(
      slipsWhen((pathway) => stageOf(pathway, stage).leave.push({ what: 'days', days: 3, level: 'may' })),
      [`slip.pathway.not-there ${stage} days`],
    )
  }
})

test('Every text of the pathways that ship is written in every language.', () => {
  const textsIn = (value: unknown): Record<string, string>[] => {
    if (typeof value !== 'object' || value === null) return []
    return 'en' in value ? [value as Record<string, string>] : Object.values(value).flatMap(textsIn)
  }
  for (const text of pathways.flatMap(textsIn)) assert.ok(text['fa-AF'], `${text.en}`)
})

/** The slips of a text, with their facts; each has its sentence in both languages. */
function slipsIn(text: string): string[] {
  const read = readPathway(text)
  const slips = 'slips' in read ? read.slips : []
  for (const { key, facts } of slips) {
    for (const language of languages) assert.match(sayIfKnown(sayTo({ ...unknownReader, language }), key, facts) ?? key, /\.$/)
  }
  return slips.map(({ key, facts }) => [key, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' '))
}
