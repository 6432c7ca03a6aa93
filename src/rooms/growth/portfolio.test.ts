import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo, unknownReader } from '#ground/words'
import { accept } from '#partnerships/accept'
import { type GivenSide, givenSide, proposed, withdrawn } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { type Grown, givenGrown, newId, reading } from './growth.testing.ts'
import { markStep } from './mark-step.ts'
import { nameSkill } from './name-skill.ts'
import { portfolioOf } from './portfolio.ts'
import { portfolioData } from './portfolio-json.ts'
import { tellOutcome } from './tell-outcome.ts'

const house = await testHouse()
const portfolio = (side: GivenSide) => reading(house, side)((db) => portfolioOf(db, side.id))

/** A pair that has a bit of everything, of both. */
async function givenAll(): Promise<Grown> {
  const pair = await givenGrown(house)
  const goal = await pair.goal('Lead the meeting', 'mentee')
  await pair.goal('Write together', 'both')
  await pair.goal('Learn to chat', 'mentor')
  await pair.rated('mentee', goal, 1)
  await pair.rated('mentor', goal, 2)
  const skill = await pair.skill('mentee', 'budgeting')
  await pair.assessed('mentee', skill, 2)
  await pair.assessed('mentor', skill, 3, 'Clear plan')
  await pair.assessed('mentor', await pair.skill('mentor', 'pricing'), 4)
  const [mine, theirs] = [await pair.step('mentee', '2026-12-02', 'Write to her'), await pair.step('mentor', '2026-12-02', 'Call him')]
  for (const step of [mine, theirs]) await pair.by('mentor', (tx) => markStep(tx, { step, state: 'done' }))
  const opportunity = await pair.opened('Meet the director')
  await pair.by('mentee', (tx) => tellOutcome(tx, { id: newId(), opportunity, outcome: 'led-to', text: 'A post' }))
  return pair
}

test('A portfolio holds what is the person’s own, and of the partner what was said to them; it stays after the end and after leaving.', async () => {
  const pair = await givenAll()
  const check = async () => {
    const { goals, skills, steps, opportunities } = await portfolio(pair.mentee)
    assert.deepEqual(
      goals.map(({ text, mine, partners, shared }) => [text, mine?.value, partners?.value, shared]),
      [
        ['Lead the meeting', 1, 2, false],
        ['Write together', undefined, undefined, true],
      ],
    )
    assert.deepEqual(
      skills.map(({ text, assessments }) => [text, assessments.map(({ from, level, note }) => [from, level, note])]),
      [
        [
          'budgeting',
          [
            ['self', 2, null],
            ['mentor', 3, 'Clear plan'],
          ],
        ],
      ],
    )
    assert.deepEqual(
      steps.map(({ text }) => text),
      ['Write to her'],
    )
    assert.deepEqual(
      opportunities.map(({ text, outcomes, partner }) => [text, outcomes[0]?.text, partner]),
      [['Meet the director', 'A post', 'mentor']],
    )
  }
  await check()
  await withdrawn(house, pair.mentee)
  await pair.over()
  await check()
  const theirs = await portfolio(pair.mentor)
  assert.deepEqual(
    theirs.goals.map(({ text }) => text),
    ['Write together', 'Learn to chat'],
  )
  assert.deepEqual(
    [theirs.skills.map(({ text }) => text), theirs.steps.map(({ text }) => text), theirs.opportunities],
    [['pricing'], ['Call him'], []],
  )
})

test('The same skill with two partners, in two programmes, is one over time.', async () => {
  const pair = await givenAll()
  const { mentee, programme } = pair
  const mentor = await givenSide(house, programme, 'mentor')
  await pair.over()
  const next = await proposed(house, programme, mentor, mentee)
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: next, side: null }))
  await house.writeAs(mentee.scope, (tx) => nameSkill(tx, { id: newId(), partnership: next, text: 'budgeting' }))
  const { skills } = await portfolio(mentee)
  assert.deepEqual(
    skills.map(({ ids, assessments }) => [ids.length, assessments.length]),
    [[2, 2]],
  )
})

test('The data names no partner and holds every fact of the portfolio.', async () => {
  const pair = await givenAll()
  const data = portfolioData(sayTo(unknownReader), 'Zahra', house.now(), await portfolio(pair.mentee))
  assert.deepEqual(
    { ...data, about: '', goals: data.goals.slice(0, 1) },
    {
      format: 'lampline-portfolio/1',
      about: '',
      person: 'Zahra',
      madeOn: '2026-11-23',
      goals: [
        {
          ...{ programme: 'Lamps', text: 'Lead the meeting', shownBy: 'I do it alone', setOn: '2026-11-23', kept: true, shared: false },
          attainment: { self: { value: 1, on: '2026-11-23' }, partner: { by: 'mentor', value: 2, on: '2026-11-23' } },
        },
      ],
      skills: [
        {
          name: 'budgeting',
          key: 'budgeting',
          assessments: [
            { by: 'self', level: 2, note: null, on: '2026-11-23' },
            { by: 'mentor', level: 3, note: 'Clear plan', on: '2026-11-23' },
          ],
        },
      ],
      nextSteps: [{ programme: 'Lamps', text: 'Write to her', dueOn: '2026-12-02', doneOn: '2026-11-23' }],
      opportunities: [
        {
          ...{ programme: 'Lamps', openedBy: 'mentor', kind: 'introduction', text: 'Meet the director', on: '2026-11-23' },
          outcomes: [{ outcome: 'led-to', text: 'A post', on: '2026-11-23' }],
        },
      ],
    },
  )
  assert.doesNotMatch(JSON.stringify(data), new RegExp(pair.mentor.id))
})
