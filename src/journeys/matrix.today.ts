import { realHands } from '#ground/chance'
import { insertBatch } from '#today/today-writes'
import { anyKeepers, type Row } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const drawer: Row = ['coordinator']
const coordinators: Row = [...anyKeepers, 'coordinatorBeside']

export const todayMatrix: RoomMatrix = {
  answers: {
    'GET /today/:card': coordinators,
    'POST /batches': coordinators,
    'GET /batches/:batch': drawer,
    'POST /batches/:batch/sending': drawer,
    'POST /batches/:batch/recall': drawer,
    'POST /set-asides': coordinators,
  },
  given: async (house, { ids, people }) => {
    const batch = realHands.newId()
    const { organisation, programme, partnership } = ids
    const line = { nth: 1, person: people.mentor.id, programme, about: partnership, nudge: 'pair.quiet', address: 'xylem@example.org' }
    const scope = { ...people.coordinator.scope, programmes: [programme] }
    await house.writeAs(scope, (tx) =>
      insertBatch(tx, { id: batch, organisation, card: 'not-met', drawnBy: people.coordinator.id }, [
        { ...line, language: 'en', title: 'Xylem', body: 'Xylem' },
      ]),
    )
    return { batch, card: 'not-met' }
  },
  forms: (ids, _kind, newId) => ({
    '/batches': { id: newId(), card: 'not-met', picks: ids.partnership ?? '' },
    '/set-asides': { id: newId(), card: 'not-met', subject: ids.partnership ?? '', days: '7' },
  }),
}
