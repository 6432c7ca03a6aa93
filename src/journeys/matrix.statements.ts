import { bankOf, fundersOf } from '#hours/reads'
import { shareLink } from '#statements/share-link'
import { coordinating } from '#testing/given'
import { anyone, keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const lists = ['statements', 'statements.csv', 'statements.xlsx', 'clients', 'clients.csv', 'clients.xlsx', 'coaches']
const files = ['journal.jsonl', 'hledger.journal', 'iati.xml']
const byLink = ['', '/meetings', '/meetings.csv', '/meetings.xlsx', '/meetings/:entry']

/** A bank's statements are its coordinators'; what a link opens is for whoever has it, and for the wrong secret it is not there. */
export const statementsMatrix: RoomMatrix = {
  answers: {
    ...Object.fromEntries([...lists, ...files].map((path) => [`GET /banks/:bank/${path}`, keepers])),
    'GET /funders/:funder/links': keepers,
    'POST /funders/:funder/links': keepers,
    'POST /funder-links/:link/ending': keepers,
    ...Object.fromEntries(byLink.map((path) => [`GET /funder/:token${path}`, anyone])),
  },
  given: (house, { ids: { programme = '' }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme), async (tx) => {
      const bank = await bankOf(tx, programme)
      const funder = bank ? (await fundersOf(tx, bank.id))[0]?.id : undefined
      if (funder === undefined) throw new Error('a bank is given before')
      const [link, token] = [tx.newId(), tx.newSecret()]
      await shareLink(tx, { id: link, funder, token, days: 30 })
      return { funder, link, token }
    }),
  forms: (_ids, _kind, newId) => ({
    '/funders/:funder/links': { id: newId(), token: newId().replaceAll('-', ''), days: '30' },
  }),
}
