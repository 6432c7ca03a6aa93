import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Table } from '#ui/table'
import { type Record, records, roles, type Sees, seenBy } from './who-sees-what.ts'

/** A table of roles and records, true because a test asks the database the same. */
export async function whoSeesPage(_db: Db, { say }: Asked): Promise<View> {
  const title = say('page.who-sees.title')
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.who-sees.lead')}</p>
      <p>{say('page.who-sees.server')}</p>
      <Table
        caption={title}
        quiet
        rows={records}
        columns={[
          { head: say('page.who-sees.record'), rowHead: true, cell: ({ key }) => <span id={key}>{say(`record.${key}`)}</span> },
          { head: say('page.who-sees.reads'), cell: (record) => whoIn(say, record, 'reads') },
          { head: say('page.who-sees.knows'), cell: (record) => whoIn(say, record, 'knows') },
        ]}
      />
      <p class="soft">{say('page.who-sees.own')}</p>
    </>
  )
  return { title, body }
}

/** Whoever is not named sees nothing of it. */
function whoIn(say: Say, record: Record, sees: Sees): string {
  const named = roles.filter((role) => seenBy(record, role) === sees).map((role) => say(`role-seen.${role}`))
  return named.length === 0 ? say('page.who-sees.nobody') : say.list(named)
}
