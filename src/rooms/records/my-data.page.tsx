import type { Db } from '#ground/db'
import { looksAtMe } from '#ground/looks'
import type { Asked, FileOut, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { myDataOf } from './my-data.ts'
import { whoKnowsMe } from './reads.ts'
import { sayPage } from './say-page.ts'

const looksShownMax = 20

/** What is held of me, who can know it, who has looked, and all of it as one file. */
export async function myDataPage(db: Db, { say }: Asked): Promise<View> {
  const looks = await looksAtMe(db, looksShownMax)
  const names = await profilesOf(db, [...new Set(looks.map(({ by }) => by))])
  const knowing = await whoKnowsMe(db)
  const title = say('page.my-data.title')
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.my-data.lead')}</p>
      <p>
        <a class="button" href="/my-data.json">
          {say('page.my-data.file')}
        </a>
      </p>
      <p>
        <a href="/portfolio">{say('page.my-data.portfolio')}</a> · <a href="/me/erasure">{say('page.me.erasure')}</a>
      </p>
      <h2>{say('page.my-data.knowing')}</h2>
      {knowing.length === 0 ? <p>{say('page.my-data.nobody-knows')}</p> : null}
      <ul>
        {knowing.map(({ programme, role, people }) => (
          <li>
            {programme === null ? null : (
              <>
                <bdi>{programme}</bdi>:{' '}
              </>
            )}
            {say('page.my-data.role', { role, people })}
          </li>
        ))}
      </ul>
      <p>
        <a href="/who-sees-what">{say('page.who-sees.title')}</a>
      </p>
      <h2>{say('page.my-data.looks')}</h2>
      {looks.length === 0 ? (
        <p>{say('page.my-data.no-looks')}</p>
      ) : (
        <Table
          caption={say('page.my-data.looks')}
          quiet
          rows={looks}
          columns={[
            {
              head: say('label.looks.who'),
              rowHead: true,
              cell: ({ by }) => <Name name={names.get(by)?.fullName ?? say('label.looks.somebody')} />,
            },
            {
              head: say('label.looks.what'),
              cell: ({ page, person }) => (
                <>
                  {sayPage(say, page)} {person === null ? say('label.looks.everybody') : null}
                </>
              ),
            },
            { head: say('label.looks.when'), cell: ({ at }) => <When say={say} at={at} /> },
          ]}
        />
      )}
    </>
  )
  return { title, body }
}

/** One's own data as one file. */
export async function myDataJson(db: Db): Promise<FileOut> {
  const data = await myDataOf(db)
  return { name: 'my-data.json', type: 'application/json', bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`) }
}
