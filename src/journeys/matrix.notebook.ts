import { keepDraft } from '#notebook/keep-draft'
import { rewordNote } from '#notebook/reword-note'
import { writeNote } from '#notebook/write-note'
import type { RoomMatrix } from './matrix.room.ts'

const ofTwo = ['mentor', 'mentee'] as const
/** The note given is the mentee's private one: to the partner it is not there. */
const mineAlone = ['mentee'] as const

/** A notebook is there for its two alone, and what is private in it for one. */
export const notebookMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/notebook': ofTwo,
    'POST /partnerships/:partnership/notebook': ofTwo,
    'POST /partnerships/:partnership/notebook/draft': ofTwo,
    'GET /partnerships/:partnership/notebook/search': ofTwo,
    'POST /partnerships/:partnership/notebook/search': ofTwo,
    'GET /partnerships/:partnership/private-notes': ofTwo,
    'POST /partnerships/:partnership/private-notes': ofTwo,
    'POST /partnerships/:partnership/private-notes/draft': ofTwo,
    'GET /notes/:note': mineAlone,
    'POST /notes/:note/text': mineAlone,
    'POST /notes/:note/draft': mineAlone,
    'POST /notes/:note/sharing': mineAlone,
    'POST /notes/:note/ending': mineAlone,
    'GET /notes/:note/versions/:version': mineAlone,
  },
  given: (house, { ids: { partnership }, people }) =>
    house.writeAs(people.mentee.scope, async (tx) => {
      const [note, text] = [tx.newId(), 'Wombat']
      await writeNote(tx, { id: note, partnership, kind: 'private', text })
      await rewordNote(tx, { id: tx.newId(), note, version: 1, text: `${text} twice` })
      await writeNote(tx, { id: tx.newId(), partnership, kind: 'shared', text })
      await keepDraft(tx, { kind: 'shared', item: partnership, partnership, text })
      return { note, version: '1' }
    }),
  forms: (_ids, _kind, newId) => ({
    '/partnerships/:partnership/notebook': { id: newId(), text: 'New' },
    '/partnerships/:partnership/notebook/draft': { id: newId(), text: 'Half' },
    '/partnerships/:partnership/notebook/search': { q: 'wombat' },
    '/partnerships/:partnership/private-notes': { id: newId(), text: 'New' },
    '/partnerships/:partnership/private-notes/draft': { id: newId(), text: 'Half' },
    '/notes/:note/text': { id: newId(), version: '2', text: 'New' },
    '/notes/:note/draft': { id: newId(), version: '2', text: 'Half' },
    '/notes/:note/sharing': { id: newId(), version: '2' },
    '/notes/:note/ending': {},
  }),
}
