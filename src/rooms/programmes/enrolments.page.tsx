import type { Db } from '#ground/db'
import { fold } from '#ground/fold'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { completedImports } from '#people/profile-reads'
import { topicName } from '#people/topics'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextField } from '#ui/field'
import { Person } from '#ui/name'
import { AsSheet, Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { limits, type Programme, sides } from './programme.ts'
import { type EnrolledPerson, enrolledOf, findProgramme } from './reads.ts'

/** Who is in, and bringing people in: from an import, or one by one. */
export async function enrolmentsPage(db: Db, { say, params, query, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const side = sides.find((one) => one === query.get('side'))
  const words = fold(query.get('q') ?? '')
  const all = await enrolledOf(db, programme.id)
  const wanted = all.filter(
    (one) => (side === undefined || one.side === side) && fold(`${one.profile.fullName} ${one.profile.code}`).includes(words),
  )
  const pages = Math.ceil(wanted.length / limits.rowsAPageMax)
  const page = pageOf(query, pages)
  const shown = wanted.slice((page - 1) * limits.rowsAPageMax, page * limits.rowsAPageMax)
  const imports = await completedImports(db, programme.organisation)
  const base = `/programmes/${programme.id}/enrolments`
  const counts = { mentors: all.filter((one) => one.side === 'mentor').length, mentees: all.filter((one) => one.side === 'mentee').length }
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <bdi>{programme.name}</bdi>
        </a>
      </p>
      <h1>{say('page.enrolments.head', counts)}</h1>
      <ErrorSummary say={say} again={again} />
      <Bringing
        say={say}
        programme={programme}
        imports={imports}
        formId={formId}
        again={again}
        open={all.length === 0 || again !== undefined}
      />
      {all.length > 0 ? (
        <>
          <form method="get" action={base} class="deeds">
            <label class="hidden" for="q">
              {say('page.enrolments.search')}
            </label>
            <input
              id="q"
              name="q"
              type="search"
              dir="auto"
              class="short"
              value={query.get('q') ?? ''}
              placeholder={say('page.enrolments.search')}
            />
            {side ? <Hidden name="side" value={side} /> : null}
            <button type="submit" class="second">
              {say('page.enrolments.find')}
            </button>
            <Sides say={say} base={base} side={side} />
          </form>
          <EnrolledTable say={say} programme={programme} rows={shown} count={wanted.length} />
          <Pager say={say} path={base} query={query} page={page} pages={pages} label={say('page.enrolments.pages')} />
          <AsSheet say={say} path={base} />
        </>
      ) : null}
    </>
  )
  return { title: say('page.enrolments.title', { programme: programme.name }), body }
}

function Sides({ say, base, side }: { say: Say; base: string; side: string | undefined }) {
  return (
    <span>
      {[undefined, ...sides].map((one) => (
        <>
          <a href={one ? `${base}?side=${one}` : base} aria-current={one === side ? 'true' : undefined}>
            {say(one === undefined ? 'side.all' : `side.many.${one}`)}
          </a>{' '}
        </>
      ))}
    </span>
  )
}

type BringingProps = {
  say: Say
  programme: Programme
  imports: Awaited<ReturnType<typeof completedImports>>
  formId: string
  again: Again | undefined
  open: boolean
}

function Bringing({ say, programme, imports, formId, again, open }: BringingProps) {
  const action = `/programmes/${programme.id}/enrolments`
  const byImport = again?.values.import === undefined ? undefined : again
  const byCode = again?.values.code === undefined ? undefined : again
  return (
    <details open={open}>
      <summary>{say('page.enrolments.bring')}</summary>
      {imports.length > 0 ? (
        <form method="post" action={`${action}/import`} class="card">
          <Select
            say={say}
            name="import"
            label={say('page.enrolments.from-import')}
            again={byImport}
            choices={imports.map(({ id, fileName, people }) => ({
              value: id,
              label: say('page.enrolments.import', { file: fileName, people }),
            }))}
          />
          <Radios
            say={say}
            name="side"
            label={say('page.enrolments.as')}
            value="sheet"
            again={byImport}
            row
            choices={[{ value: 'sheet', label: say('side.sheet') }, ...sides.map((value) => ({ value, label: say(`side.many.${value}`) }))]}
          />
          <button type="submit">{say('page.enrolments.enrol-import')}</button>
        </form>
      ) : (
        <p>
          <a href={`/organisations/${programme.organisation}/imports`}>{say('page.enrolments.import-first')}</a>
        </p>
      )}
      <form method="post" action={action} class="card">
        <Hidden name="id" value={formId} />
        <TextField say={say} name="code" label={say('page.enrolments.code')} hint={say('page.enrolments.code-hint')} short again={byCode} />
        <Radios
          say={say}
          name="side"
          label={say('page.enrolments.as')}
          value="mentee"
          again={byCode}
          row
          choices={sides.map((value) => ({ value, label: say(`side.one.${value}`) }))}
        />
        <TextField say={say} name="capacity" label={say('page.enrolments.capacity')} inputmode="numeric" short optional again={byCode} />
        <button type="submit" class="second">
          {say('page.enrolments.enrol-one')}
        </button>
      </form>
    </details>
  )
}

function EnrolledTable({
  say,
  programme,
  rows,
  count,
}: {
  say: Say
  programme: Programme
  rows: readonly EnrolledPerson[]
  count: number
}) {
  const columns = [
    {
      head: say('label.person'),
      rowHead: true,
      cell: ({ profile, person }: EnrolledPerson) => (
        <a href={`/people/${person}`}>
          <Person name={profile.fullName} detail={[profile.unit, profile.grade].filter(Boolean).join(' · ')} />
        </a>
      ),
    },
    { head: say('label.side'), cell: ({ side }: EnrolledPerson) => say(`side.one.${side}`) },
    {
      head: say('label.topics'),
      cell: ({ topics }: EnrolledPerson) =>
        topics
          .slice(0, 3)
          .map((topic) => topicName(say, topic))
          .join(say.language === 'en' ? ', ' : '، '),
    },
    {
      head: say('label.capacity'),
      cell: ({ enrolment, capacity, profile }: EnrolledPerson) => (
        <a href={`/enrolments/${enrolment}`}>
          {say('page.enrolments.places', { places: capacity })}
          <span class="hidden"> {profile.fullName}</span>
        </a>
      ),
    },
  ]
  return <Table caption={say('page.enrolments.caption', { count, programme: programme.name })} columns={columns} rows={rows} />
}
