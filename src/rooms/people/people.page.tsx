import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { importingOrganisation } from './import-reads.ts'
import { countPeople, listLimits, type PersonInList, peopleIn } from './people-reads.ts'

/** Everybody in an organisation, a page at a time, found by any part of name, code or address. */
export const peoplePage: Page = async (db, { say, me, params, query }) => {
  const organisation = found(await importingOrganisation(db, params.organisation ?? ''))
  const path = `/organisations/${organisation.id}/people`
  const asked = (query.get('q') ?? '').trim().slice(0, searchCharsMax)
  const count = await countPeople(db, organisation.id, asked)
  const pages = Math.ceil(count / listLimits.peopleAPageMax)
  const page = pageOf(query, pages)
  const people = await peopleIn(db, organisation.id, asked, page)
  const search = asked === '' ? '' : `?q=${encodeURIComponent(asked)}`
  const body = (
    <>
      <h1>{say('page.people.title')}</h1>
      <p>
        {asked === ''
          ? say('page.people.lead', { count, organisation: `\u2068${organisation.name}\u2069` })
          : say('page.people.found', { count, asked: `\u2068${asked}\u2069` })}
      </p>
      <p class="deeds">
        <a class="button" href={`/organisations/${organisation.id}/imports`}>
          {say('page.people.import')}
        </a>
        <a class="button second" href={`${path}/new`}>
          {say('page.people.add')}
        </a>
        {me?.administers ? (
          <>
            <a href={`/organisations/${organisation.id}/sign-on`}>{say('page.people.sign-on')}</a>{' '}
            <a href={`/organisations/${organisation.id}/looks`}>{say('page.looks.title')}</a>
          </>
        ) : null}
      </p>
      <search>
        <form method="get" action={path}>
          <TextField say={say} name="q" label={say('page.people.search')} type="search" value={asked} />
          <button type="submit" class="second">
            {say('page.people.find')}
          </button>
        </form>
      </search>
      {asked === '' ? null : (
        <p>
          <a href={path}>{say('page.people.all')}</a>
        </p>
      )}
      {count === 0 ? <Empty>{say('page.people.none')}</Empty> : <People say={say} people={people} />}
      <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.people.pages')} />
      {count === 0 ? null : (
        <p class="small">
          <a href={`${path}.csv${search}`}>{say('ui.as-csv')}</a> · <a href={`${path}.xlsx${search}`}>{say('ui.as-xlsx')}</a>
        </p>
      )}
    </>
  )
  return { title: say('page.people.title'), body, wide: true }
}

const searchCharsMax = 200

function People({ say, people }: { say: Say; people: readonly PersonInList[] }) {
  const bdi = (text: string | null) => (text === null ? null : <bdi>{text}</bdi>)
  return (
    <Table
      caption={say('page.people.title')}
      quiet
      rows={people}
      columns={[
        {
          head: say('label.name'),
          rowHead: true,
          cell: ({ id, fullName }) => (
            <a href={`/people/${id}`}>
              <Name name={fullName} />
            </a>
          ),
        },
        { head: say('label.code'), cell: ({ code }) => bdi(code) },
        { head: say('column.email'), cell: ({ email }) => bdi(email) },
        { head: say('label.unit'), cell: ({ unit }) => bdi(unit) },
        { head: say('column.jobTitle'), cell: ({ jobTitle }) => bdi(jobTitle) },
        { head: say('label.grade'), cell: ({ grade }) => bdi(grade) },
      ]}
    />
  )
}
