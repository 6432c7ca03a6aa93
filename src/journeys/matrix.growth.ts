import { nameSkill } from '#growth/name-skill'
import { openOpportunity } from '#growth/open-opportunity'
import { setGoal } from '#growth/set-goal'
import { setStep } from '#growth/set-step'
import { signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const ofTwo = ['mentor', 'mentee'] as const

/** What a pair works towards is there for the two alone; a portfolio is everybody's own. */
export const growthMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/goals': ofTwo,
    'POST /partnerships/:partnership/goals': ofTwo,
    'GET /goals/:goal': ofTwo,
    'POST /goals/:goal/text': ofTwo,
    'POST /goals/:goal/ratings': ofTwo,
    'POST /goals/:goal/state': ofTwo,
    'POST /partnerships/:partnership/next-steps': ofTwo,
    'POST /next-steps/:step/state': ofTwo,
    'GET /partnerships/:partnership/skills': ofTwo,
    'POST /partnerships/:partnership/skills': ofTwo,
    'GET /skills/:skill': ofTwo,
    'POST /skills/:skill/assessments': ofTwo,
    'POST /partnerships/:partnership/opportunities': ofTwo,
    'GET /opportunities/:opportunity': ofTwo,
    'POST /opportunities/:opportunity/outcomes': ofTwo,
    'GET /portfolio': signedIn,
    'POST /portfolio': signedIn,
    'GET /portfolio.html': signedIn,
    'GET /portfolio.json': signedIn,
  },
  given: (house, { ids: { partnership }, people }) =>
    house.writeAs(people.mentee.scope, async (tx) => {
      const [goal, step, skill, opportunity] = [tx.newId(), tx.newId(), tx.newId(), tx.newId()]
      const text = 'Wombat'
      await setGoal(tx, { id: goal, partnership, text, shownBy: text, of: 'both' })
      const dueOn = tx.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 9 })
      await setStep(tx, { id: step, partnership, step: text, owner: 'mentee', dueOn })
      await nameSkill(tx, { id: skill, partnership, text })
      await openOpportunity(tx, { id: opportunity, partnership, openedBy: 'mentor', kind: 'job', text })
      return { goal, step, skill, opportunity }
    }),
  forms: ({ goal, skill }, _kind, newId) => ({
    '/partnerships/:partnership/goals': { id: newId(), text: 'New', shownBy: '', of: 'both' },
    '/goals/:goal/text': { id: newId(), version: '1', text: 'New', shownBy: '' },
    '/goals/:goal/ratings': { id: newId(), value: '1' },
    '/goals/:goal/state': { state: 'dropped' },
    '/partnerships/:partnership/next-steps': { id: newId(), step: 'New', owner: 'mentee', dueOn: '2026-12-01' },
    '/next-steps/:step/state': { state: 'done' },
    '/partnerships/:partnership/skills': { id: newId(), topic: 'pricing', own: '' },
    '/skills/:skill/assessments': { id: newId(), level: '3', note: '' },
    '/partnerships/:partnership/opportunities': { id: newId(), kind: 'job', text: 'New', openedBy: 'mentor' },
    '/opportunities/:opportunity/outcomes': { id: newId(), outcome: 'followed-up', text: '' },
    '/portfolio': { shown: `${goal} ${skill}`, goals: goal ?? '' },
  }),
}
