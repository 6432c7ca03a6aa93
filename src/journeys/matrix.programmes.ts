import { keepers, mentee } from './matrix.answers.ts'
import type { Fields, RoomMatrix } from './matrix.room.ts'

const base = '/programmes/:programme/pathway'
const paths = ['', '.json', '/source', '/file', '/rhythm', '/reminders', '/stages/:stage', '/clauses', '/clauses/:clause']
const questionPaths = ['/forms/:form', '/forms/:form/questions', '/forms/:form/questions/:question']
const deeds = [
  ...['/source', '/file', '/rhythm', '/reminders', '/stages/:stage', '/clauses', '/clauses/:clause', '/clauses/:clause/removal'],
  ...['', '/:question', '/:question/removal', '/:question/place'].map((path) => `/forms/:form/questions${path}`),
]

const version = { version: '1' }
const title = { 'title-en': 'Our interests', 'says-en': 'None.' }
const question = { ...version, kind: 'scale', seen: 'partner', of: 'both', 'ask-en': 'How is it?' }

/** The pathway of a programme: read and changed by who coordinates it; what is confirmed of a person, by them too. */
export const programmesMatrix: RoomMatrix = {
  answers: {
    ...Object.fromEntries([...paths, ...questionPaths].map((path) => [`GET ${base}${path}`, keepers])),
    ...Object.fromEntries(deeds.map((path) => [`POST ${base}${path}`, keepers])),
    'POST /programmes/:programme/steps': keepers,
    'POST /programmes/:programme/stages': keepers,
    'POST /enrolments/:enrolment/steps': mentee,
  },
  given: async () => ({ stage: 'agree', form: 'F12', question: 'officer', clause: 'meetings' }),
  forms: (_ids, kind, newId): Record<string, Fields> => ({
    [`${base}/source`]: { ...version, from: 'mentoring' },
    [`${base}/file`]: { ...version, file: new File(['{}'], 'pathway.json') },
    [`${base}/rhythm`]: {
      ...{ ...version, lastsWeeks: '20', keepMonths: '12', planned: '8', minutes: '45', everyDays: '14' },
      ...{ nudgeAt: '150', callAt: '200', lapseAt: '300' },
    },
    [`${base}/reminders`]: { ...version, 'quiet-en': 'It has been a while.' },
    [`${base}/stages/:stage`]: { ...version, 'name-en': 'Agreement', limitDays: '21', late: 'tells' },
    [`${base}/clauses`]: { ...version, id: newId(), ...title },
    [`${base}/clauses/:clause`]: { ...version, ...title },
    [`${base}/clauses/:clause/removal`]: version,
    [`${base}/forms/:form/questions`]: { ...question, id: newId() },
    [`${base}/forms/:form/questions/:question`]: { ...question, kind: 'text', id: newId() },
    [`${base}/forms/:form/questions/:question/removal`]: version,
    [`${base}/forms/:form/questions/:question/place`]: { ...version, by: 'up' },
    '/programmes/:programme/steps': { stage: 'design', criterion: 'purpose' },
    '/programmes/:programme/stages': { from: 'design', to: 'recruit', reason: 'Agreed last year.' },
    '/enrolments/:enrolment/steps': { stage: 'screen', criterion: kind === 'mentee' ? 'code-of-conduct' : 'identity' },
  }),
}
