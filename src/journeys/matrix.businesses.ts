import { raiseObstacle } from '#businesses/raise-obstacle'
import { registerBusiness } from '#businesses/register-business'
import { coordinating } from '#testing/given'
import { keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const lists = ['', '.csv', '.xlsx', '/new']
/** Its owner (the mentee), their coach (the mentor), and who coordinates. */
const ofBusiness = ['mentor', 'mentee', ...keepers] as const

/** A business is its owners', their coach's and its coordinators'; what is decided of it, the coordinators' alone. */
export const businessesMatrix: RoomMatrix = {
  answers: {
    ...Object.fromEntries(lists.map((list) => [`GET /programmes/:programme/businesses${list}`, keepers])),
    'POST /programmes/:programme/businesses': keepers,
    'GET /programmes/:programme/business-applications/new': ['mentee'],
    'POST /programmes/:programme/business-applications': ['mentee'],
    'GET /businesses/:business': ofBusiness,
    'GET /businesses/:business/particulars': keepers,
    'POST /businesses/:business/particulars': keepers,
    'POST /businesses/:business/decision': keepers,
    'POST /businesses/:business/likeness': keepers,
    'GET /businesses/:business/figures': ofBusiness,
    'POST /businesses/:business/figures': ofBusiness,
    'POST /businesses/:business/obstacles': ofBusiness,
    'POST /obstacles/:obstacle/state': ofBusiness,
  },
  given: (house, { ids: { programme = '' }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme), async (tx) => {
      const [business, otherBusiness, obstacle] = [tx.newId(), tx.newId(), tx.newId()]
      const known = { section: 'C', sector: '', place: 'Quokka', startedOn: null, licence: 'L-1', phone: null, workers: 1 }
      const rest = { ...known, otherSupport: false, tied: false, trainings: [] }
      const owner = { person: people.mentee.id, name: 'Quokka owner', adult: true }
      await registerBusiness(tx, { id: business, programme, code: 'B01', name: 'Quokka', ...rest, owners: [owner] })
      await registerBusiness(tx, {
        id: otherBusiness,
        programme,
        code: 'B02',
        name: 'Quokka',
        ...rest,
        owners: [{ ...owner, person: null }],
      })
      await raiseObstacle(tx, { id: obstacle, business, kind: 'power', line: 'Quokka power' })
      return { business, otherBusiness, obstacle }
    }),
  forms: ({ otherBusiness }, _kind, newId) => ({
    '/programmes/:programme/businesses': { id: newId(), name: 'New', owner1: 'Zahra', adult1: 'yes', section: 'C', workers: '1' },
    // Of a version that nobody read: its owner stays its owner for what comes after.
    '/businesses/:business/particulars': { version: '99', name: 'New', owner1: 'Zahra', section: 'C', workers: '1' },
    '/businesses/:business/decision': { id: newId(), decision: 'eligible' },
    '/businesses/:business/likeness': { id: newId(), other: otherBusiness ?? '', same: 'no' },
    '/programmes/:programme/business-applications': { id: newId(), name: 'Mine', adult1: 'yes', section: 'C', workers: '1' },
    '/businesses/:business/figures': { id: newId(), month: '2026-10-01', currency: 'AFN', sales: '60000', known: 'estimate' },
    '/businesses/:business/obstacles': { id: newId(), kind: 'money', line: 'No loan' },
    '/obstacles/:obstacle/state': { state: 'overcome' },
  }),
}
