import { writeAgreement } from '#agreements/write-agreement'
import { realHands } from '#ground/chance'
import type { Row } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const theTwo: Row = ['mentor', 'mentee']

export const agreementsMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/agreement': theTwo,
    'GET /partnerships/:partnership/agreement/text': theTwo,
    'POST /partnerships/:partnership/agreement/text': theTwo,
    'POST /partnerships/:partnership/agreement/signatures': theTwo,
  },
  given: async (house, { ids: { partnership }, people }) => {
    const agreement = realHands.newId()
    const text = { clauses: { purpose: 'Xylem' }, goals: ['Vellum'] }
    await house.writeAs(people.mentor.scope, (tx) => writeAgreement(tx, { id: agreement, partnership, from: 0, ...text }))
    return { agreement }
  },
  forms: (ids, _kind, newId) => ({
    '/partnerships/:partnership/agreement/text': { id: newId(), from: '1', 'clause-purpose': 'Xylem and more', 'goal-0': 'Vellum' },
    '/partnerships/:partnership/agreement/signatures': { version: ids.agreement ?? '' },
  }),
}
