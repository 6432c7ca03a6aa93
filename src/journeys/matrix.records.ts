import { anyone, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const theTwo = ['mentor', 'mentee'] as const

export const recordsMatrix: RoomMatrix = {
  answers: {
    'GET /my-data': signedIn,
    'GET /my-data.json': signedIn,
    'GET /who-sees-what': anyone,
    'GET /organisations/:organisation/looks': ['administrator'],
    'GET /partnerships/:partnership/disclosure': theTwo,
    'POST /partnerships/:partnership/disclosure': theTwo,
  },
  given: async () => ({}),
  forms: (_ids, _kind, newId) => ({
    '/partnerships/:partnership/disclosure': {
      id: newId(),
      reference: `${newId().replaceAll('-', '').slice(0, 21)}A`,
      items: 'goal:none',
      words: 'x',
      severity: 'concern',
    },
  }),
}
