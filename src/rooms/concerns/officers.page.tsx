import type { Asked, Page } from '#ground/route'
import { correspondentsOf } from '#partnerships/correspondent'
import { rolesIn } from '#people/role-reads'
import { programmesSeen } from '#programmes/reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Select, TextField } from '#ui/field'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { limits } from './concern.ts'
import { concernQuarters, type Quarter } from './figures.ts'

type Row = { id: string; name: string; programme: string | null }

/** Who answers concerns, for administrators: whom they named, and how many were answered in time, never one of them. */
export const officersPage: Page = async (db, asked, again) => {
  const { say, me, formId } = asked
  const organisation = me?.organisation ?? ''
  const roles = (await rolesIn(db, organisation)).filter(({ role }) => role === 'safeguarding')
  const people = await correspondentsOf(
    db,
    roles.map(({ person }) => person),
  )
  const programmes = (await programmesSeen(db)).filter((programme) => programme.organisation === organisation)
  const nameOf = (programme: string | null) => programmes.find(({ id }) => id === programme)?.name ?? null
  const rows = roles.map(({ id, person, programme }) => ({ id, name: people.get(person)?.fullName ?? '', programme: nameOf(programme) }))
  const title = say('page.officers.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.officers.lead')}</p>
      {rows.some(({ programme }) => programme === null) ? null : (
        <Empty>
          <p>{say('page.officers.none')}</p>
        </Empty>
      )}
      {rows.length === 1 ? <p>{say('page.officers.one')}</p> : null}
      <Officers asked={asked} rows={rows} />
      <h2>{say('page.officers.name')}</h2>
      <form method="post" action="/safeguarding" autocomplete="off">
        <Hidden name="id" value={formId} />
        <TextField say={say} again={again} name="code" label={say('label.officer.code')} maxlength={limits.codeCharsMax} short />
        <Select
          say={say}
          again={again}
          name="programme"
          label={say('label.officer.of')}
          empty={say('page.officers.whole')}
          choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <button type="submit">{say('page.officers.give')}</button>
      </form>
      <Quarters asked={asked} quarters={await concernQuarters(db, organisation)} />
    </>
  )
  return { title, body }
}

function Officers({ asked: { say }, rows }: { asked: Asked; rows: readonly Row[] }) {
  return rows.map(({ id, name, programme }) => (
    <section class="card">
      <p>
        <bdi>{name}</bdi>
        <br />
        <span class="small soft">{programme === null ? say('page.officers.whole') : <bdi>{programme}</bdi>}</span>
      </p>
      <Button action={`/roles/${id}/ending`} label={say('page.person.end-role')} kind="quiet" little of={name} />
    </section>
  ))
}

function Quarters({ asked: { say }, quarters }: { asked: Asked; quarters: readonly Quarter[] }) {
  const count = (n: number | null) => (n === null ? say('page.officers.few') : say.number(n))
  return (
    <>
      <h2>{say('page.officers.quarters')}</h2>
      {quarters.length === 0 ? (
        <p>{say('page.officers.no-quarters')}</p>
      ) : (
        <Table
          caption={say('page.officers.quarters')}
          quiet
          rows={quarters}
          columns={[
            { head: say('label.quarter.from'), rowHead: true, cell: ({ quarter }) => <Day say={say} date={quarter} /> },
            { head: say('label.quarter.raised'), number: true, cell: ({ raised }) => count(raised) },
            { head: say('label.quarter.in-time'), number: true, cell: ({ inTime }) => count(inTime) },
          ]}
        />
      )}
    </>
  )
}
