import { raised, telling } from '#concerns/concerns.testing'
import { discloseItems } from '#concerns/disclose-items'
import { holdPair } from '#concerns/hold-pair'
import { namePair } from '#concerns/name-pair'
import type { TestHouse } from '#testing/house'
import { administrators, anyone } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const officers = ['officer', 'administratorElsewhere'] as const
const ours = ['officer'] as const

async function codesOf(house: TestHouse, partnership: string): Promise<string[]> {
  const rows = await house.read((db) =>
    db
      .selectFrom('people')
      .innerJoin('partnerships', (join) =>
        join.on((eb) => eb.or([eb('mentor', '=', eb.ref('people.id')), eb('mentee', '=', eb.ref('people.id'))])),
      )
      .select('people.code')
      .where('partnerships.id', '=', partnership)
      .execute(),
  )
  return rows.map(({ code }) => code)
}

export const concernsMatrix: RoomMatrix = {
  answers: {
    'GET /concern': anyone,
    'POST /concern': anyone,
    'POST /concern/opening': anyone,
    // Whoever holds the secret may, signed in or not: it is the key.
    'GET /concern/:reference': anyone,
    'POST /concern/:reference/messages': anyone,
    'GET /concerns': officers,
    'GET /concerns/:concern': ours,
    'POST /concerns/:concern/acknowledgement': ours,
    'POST /concerns/:concern/messages': ours,
    'POST /concerns/:concern/notes': ours,
    'GET /concerns/:concern/disclosures/:disclosure': ours,
    'POST /concerns/:concern/pairs': ours,
    'POST /concerns/:concern/holds': ours,
    'POST /concerns/:concern/ending': ours,
    'POST /concern-holds/:hold/lifting': ours,
    'POST /concern-holds/:hold/lifting/confirmation': ours,
    'GET /helplines': officers,
    'POST /helplines': officers,
    'GET /safeguarding': administrators,
    'POST /safeguarding': administrators,
  },
  given: async (house, { ids, people }) => {
    const { partnership } = ids
    const told = await raised(house, people.mentee.scope, telling(ids.organisation, { what: 'Vellum', partnership }))
    const disclosure = await house.writeAs(people.mentee.scope, async (tx) => {
      const [id, item] = [tx.newId(), { kind: 'goal' as const, item: tx.newId(), author: people.mentor.id, at: tx.now, text: 'Wombat' }]
      await discloseItems(tx, { id, concern: told.id, partnership, items: [item], words: 'Vellum' })
      return id
    })
    const { scope } = people.officer
    const [code = '', otherCode = ''] = await codesOf(house, ids.partnership)
    await house.writeAs(scope, (tx) => namePair(tx, { concern: told.id, code, otherCode }))
    const hold = await house.writeAs(scope, async (tx) => {
      const id = tx.newId()
      await holdPair(tx, { concern: told.id, id, partnership: ids.partnership })
      return id
    })
    // Another one, whose own words are not a secret of ours: its page is opened by who is from elsewhere, too.
    const open = await raised(house, null, telling(ids.organisation, { anonymous: true }))
    return { concern: told.id, disclosure, hold, reference: open.reference }
  },
  forms: ({ organisation, partnership, reference }, _kind, newId) => ({
    '/concern': {
      id: newId(),
      reference: `${newId().replaceAll('-', '').slice(0, 21)}A`,
      organisation: organisation ?? '',
      what: 'x',
      severity: 'concern',
    },
    '/concern/opening': { reference: reference ?? '' },
    '/concern/:reference/messages': { id: newId(), text: 'x' },
    '/concerns/:concern/messages': { id: newId(), text: 'x' },
    '/concerns/:concern/notes': { id: newId(), note: 'x' },
    '/concerns/:concern/pairs': { code: 'C1', otherCode: 'C2' },
    '/concerns/:concern/holds': { id: newId(), partnership: partnership ?? '' },
    '/concerns/:concern/ending': { outcome: 'resolved', words: '' },
    '/helplines': { id: newId(), text: 'x' },
    '/safeguarding': { id: newId(), code: 'C3', programme: '' },
  }),
}
