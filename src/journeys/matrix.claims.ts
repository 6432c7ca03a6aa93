import { keepers, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** A coach's claims are theirs and the coordinators'; here nobody has claimed, so a claim is not there for anybody. */
export const claimsMatrix: RoomMatrix = {
  answers: {
    'GET /claims': signedIn,
    'GET /banks/:bank/claims': keepers,
    'POST /banks/:bank/claims': ['mentor', ...keepers],
    'GET /claims/:claim': ['mentor', ...keepers],
    ...Object.fromEntries(['calls', 'approval', 'refusal', 'payment'].map((deed) => [`POST /claims/:claim/${deed}`, keepers])),
  },
  given: async () => ({}),
  forms: () => ({}),
}
