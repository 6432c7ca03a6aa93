import { keepers, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** A claim is its coach's and the coordinators'; who draws on a bank, the client too, may ask in vain whether there is one to make. */
export const claimsMatrix: RoomMatrix = {
  answers: {
    'GET /claims': signedIn,
    'GET /banks/:bank/claims': keepers,
    'POST /banks/:bank/claims': keepers,
    'GET /claims/:claim': ['mentor', ...keepers],
    ...Object.fromEntries(['calls', 'approval', 'refusal', 'payment'].map((deed) => [`POST /claims/:claim/${deed}`, keepers])),
  },
  given: (house, { people }) =>
    house.write(async (tx) => {
      const claim = tx.newId()
      const of = await tx
        .selectFrom('coachingMeetings')
        .selectAll()
        .where('coach', '=', people.mentor.id)
        .limit(1)
        .executeTakeFirstOrThrow()
      const { bank, organisation, programme, coach } = of
      const month = of.day.with({ day: 1 })
      await tx
        .insertInto('claims')
        .values({ id: claim, bank, organisation, programme, coach, month, amount: 60_000n, minutes: 30, at: tx.now, by: coach })
        .execute()
      const line = { claim, meeting: of.id, kind: 'held', day: of.day, minutes: 30, amount: 60_000n, flags: [], called: true }
      await tx.insertInto('claimLines').values(line).execute()
      return { claim, claimed: of.id }
    }),
  forms: ({ claimed }, _kind, newId) => ({
    '/claims/:claim/calls': { id: newId(), meeting: claimed ?? '', outcome: 'no-answer' },
    '/claims/:claim/refusal': { reason: 'Not so' },
    '/claims/:claim/payment': { id: newId(), day: '2026-11-23', reference: 'B-1' },
  }),
}
