import type { Db } from '#ground/db'
import { looksIn } from '#ground/looks'
import type { Asked, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { mustAdminister } from '#people/role-reads'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { sayPage } from './say-page.ts'

const rowsAPage = 50
const pagesMax = 1_000

/** What the staff of an organisation looked at, the latest first; for its administrators. */
export async function looksPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const organisation = params.organisation ?? ''
  await mustAdminister(db, organisation)
  const page = Math.min(Math.max(Number.parseInt(query.get('page') ?? '1', 10) || 1, 1), pagesMax)
  const looks = await looksIn(db, organisation, { page, rowsMax: rowsAPage + 1 })
  const names = await profilesOf(db, [...new Set(looks.flatMap(({ by, person }) => (person ? [by, person] : [by])))])
  const title = say('page.looks.title')
  const nameOf = (id: string) => <Name name={names.get(id)?.fullName ?? '—'} />
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.looks.lead')}</p>
      <Table
        caption={title}
        quiet
        rows={looks.slice(0, rowsAPage)}
        columns={[
          { head: say('label.looks.who'), rowHead: true, cell: ({ by }) => nameOf(by) },
          { head: say('label.looks.whose'), cell: ({ person }) => (person ? nameOf(person) : say('label.looks.everybody')) },
          { head: say('label.looks.what'), cell: (look) => sayPage(say, look.page) },
          { head: say('label.looks.when'), cell: ({ at }) => <When say={say} at={at} /> },
        ]}
      />
      {looks.length > rowsAPage ? (
        <p>
          <a href={`/organisations/${organisation}/looks?page=${page + 1}`}>{say('page.looks.earlier')}</a>
        </p>
      ) : null}
    </>
  )
  return { title, body }
}
