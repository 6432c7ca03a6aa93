import { keepers, mentee, pair, type Row } from './matrix.answers.ts'
import type { Fields, RoomMatrix } from './matrix.room.ts'
import type { Kind } from './matrix.testing.ts'

const theTwo: Row = ['mentor', 'mentee']

/** A coordinator confirms what is the coordinator's, and in this stage nothing is: the form is stale. */
const confirmation = (kind: Kind): Fields => (keepers.includes(kind) ? {} : { stage: 'induct', criterion: 'briefed' })

/** What happens in a partnership once both have said yes; its proposal stands in `matrix.answers.ts`. */
export const partnershipsMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/briefing': theTwo,
    'POST /partnerships/:partnership/confirmations': pair,
    'GET /partnerships/:partnership/stages': keepers,
    'POST /partnerships/:partnership/stages': keepers,
    'GET /partnerships/:partnership/pause': pair,
    'POST /partnerships/:partnership/pause': pair,
    'POST /partnerships/:partnership/pause/lifting': pair,
    'GET /partnerships/:partnership/ending': pair,
    'POST /partnerships/:partnership/ending': theTwo,
    'POST /partnerships/:partnership/closure': keepers,
    'POST /partnerships/:partnership/rematch': mentee,
    'POST /partnerships/:partnership/exit-reason': theTwo,
    'POST /partnerships/:partnership/talk': theTwo,
    'GET /partnerships/:partnership/closing': theTwo,
    'POST /partnerships/:partnership/thanks': theTwo,
    'POST /partnerships/:partnership/passing-on': theTwo,
  },
  given: async () => ({}),
  forms: (_ids, kind, newId) => ({
    '/partnerships/:partnership/confirmations': confirmation(kind),
    '/partnerships/:partnership/stages': { from: 'induct', to: 'agree', reason: 'They know each other' },
    '/partnerships/:partnership/pause': { id: newId(), until: '2026-12-24' },
    '/partnerships/:partnership/pause/lifting': { hold: newId() },
    '/partnerships/:partnership/ending': { text: '2', again: 'no' },
    '/partnerships/:partnership/closure': { reason: 'no-fault', text: '1' },
    '/partnerships/:partnership/exit-reason': { reason: 'time' },
    '/partnerships/:partnership/thanks': { text: 'Thank you' },
    '/partnerships/:partnership/passing-on': { id: newId() },
  }),
}
