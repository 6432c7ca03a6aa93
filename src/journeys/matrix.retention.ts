import { signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** Being erased is asked by oneself or by an administrator; what was written is destroyed by an administrator alone. */
export const retentionMatrix: RoomMatrix = {
  answers: {
    'GET /me/erasure': signedIn,
    'POST /me/erasure': signedIn,
    'POST /me/erasure/taking-back': signedIn,
    'GET /people/:person/erasure': ['administrator'],
    'POST /people/:person/erasure': ['administrator'],
    'POST /people/:person/erasure/taking-back': ['administrator'],
    'GET /programmes/:programme/shredding': ['administrator'],
    'POST /programmes/:programme/shredding': ['administrator'],
  },
  given: async () => ({}),
  forms: (_ids, _kind, newId) => ({
    '/me/erasure': { id: newId(), code: 'another' },
    '/people/:person/erasure': { id: newId(), code: 'another' },
    '/programmes/:programme/shredding': { name: 'another' },
  }),
}
