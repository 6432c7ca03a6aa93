import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { Table } from '#ui/table'
import { records, roles, seenBy } from './who-sees-what.ts'

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
          ...roles.map((role) => ({
            head: say(`role-seen.${role}`),
            cell: (record: (typeof records)[number]) => say(`sees.${seenBy(record, role)}`),
          })),
        ]}
      />
      <p class="soft">{say('page.who-sees.own')}</p>
    </>
  )
  return { title, body, wide: true }
}
