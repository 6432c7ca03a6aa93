import { allot } from '#hours/allot'
import { deposit } from '#hours/deposit'
import { bankOf, fundersOf } from '#hours/reads'
import { reserve } from '#hours/reserve'
import { spend } from '#hours/spend'
import { shareLink } from '#statements/share-link'
import { coordinating } from '#testing/given'
import { anyone, keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const day = Temporal.PlainDate.from('2026-11-02')
const lists = [
  'numbers',
  'statements',
  'statements.csv',
  'statements.xlsx',
  'clients',
  'clients.csv',
  'clients.xlsx',
  'coaches',
  'coaches.csv',
  'coaches.xlsx',
]
const files = ['audit.zip', 'journal.jsonl', 'hledger.journal', 'iati.xml']
const byLink = ['', '/money', '/iati.xml', '/meetings', '/meetings.csv', '/meetings.xlsx', '/meetings/:spend']

/** A bank's statements are its coordinators'; what a link opens is for whoever has it, and for the wrong secret it is not there. */
export const statementsMatrix: RoomMatrix = {
  answers: {
    ...Object.fromEntries([...lists, ...files].map((path) => [`GET /banks/:bank/${path}`, keepers])),
    'GET /funders/:funder/links': keepers,
    ...Object.fromEntries(['', '.csv', '.xlsx'].map((as) => [`GET /funders/:funder/statement${as}`, keepers])),
    'POST /funders/:funder/links': keepers,
    'POST /funder-links/:link/ending': keepers,
    ...Object.fromEntries(byLink.map((path) => [`GET /funder/:secret${path}`, anyone])),
  },
  given: (house, { ids: { programme = '' }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme), async (tx) => {
      const bank = (await bankOf(tx, programme))?.id ?? ''
      const [donor, chamber] = (await fundersOf(tx, bank)).map(({ id }) => id) as [string, string]
      const [link, secret, reservation, meeting] = [tx.newId(), tx.newSecret(), tx.newId(), tx.newId()]
      await deposit(tx, { id: tx.newId(), bank, funder: chamber, amount: 900_000n, day, reference: 'Wallaby slip' })
      const holder = tx.newId()
      await allot(tx, { id: tx.newId(), bank, holder, minutes: 60, day })
      await reserve(tx, { id: reservation, bank, holder, minutes: 60, day, cause: 'coaching:wallaby' })
      await spend(tx, { id: meeting, reservation, minutes: 60, day, coach: people.mentor.id })
      await shareLink(tx, { id: link, funder: donor, token: secret, days: 30 })
      return { link, secret, spend: meeting }
    }),
  forms: (_ids, _kind, newId) => ({
    '/funders/:funder/links': { id: newId(), token: newId().replaceAll('-', ''), days: '30' },
  }),
}
