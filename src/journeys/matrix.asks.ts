import { draftAsk } from '#asks/draft-ask'
import { moveOn } from '#asks/move-on'
import { sendAsk } from '#asks/send-ask'
import { realHands } from '#ground/chance'
import { signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** An ask by the mentee, sent: the mentor is asked, and the coordinator sees that it is. */
export const asksMatrix: RoomMatrix = {
  answers: {
    'GET /asks/new': signedIn,
    'POST /asks': ['mentor', 'mentee'],
    'GET /asks/:ask': ['mentor', 'mentee', 'coordinator', 'administrator'],
    'POST /asks/:ask/topics': ['mentee'],
    'POST /asks/:ask/people': ['mentee'],
    'POST /asks/:ask/sending': ['mentee'],
    'POST /asks/:ask/taking-back': ['mentee'],
    'POST /asks/:ask/acceptance': ['mentor'],
    'POST /asks/:ask/refusal': ['mentor'],
  },
  given: async (house, given) => {
    const { mentor, mentee } = given.people
    await house.write((tx) =>
      tx
        .updateTable('people')
        .set({ canHelpWith: ['pricing'] })
        .where('id', '=', mentor.id)
        .execute(),
    )
    const ask = realHands.newId()
    await house.writeAs(mentee.scope, (tx) => draftAsk(tx, { id: ask, programme: given.ids.programme, text: 'Pricing of a Quillon' }))
    await house.writeAs(mentee.scope, (tx) => sendAsk(tx, { ask }))
    await house.write((tx) => moveOn(tx, { subject: ask }))
    return { ask }
  },
  forms: (ids, _kind, newId) => ({
    '/asks': { id: newId(), programme: ids.programme ?? '', text: 'Pricing' },
    '/asks/:ask/topics': { topics: 'pricing' },
    '/asks/:ask/people': { person: newId(), move: 'drop' },
    '/asks/:ask/acceptance': { day: '2026-11-24', time: '9:00' },
  }),
}
