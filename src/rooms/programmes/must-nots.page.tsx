import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Pager, pageOf } from '#ui/pager'
import { limits } from './programme.ts'
import { findProgramme, mustNotsOf } from './reads.ts'

/** Who is never put together in this programme. */
export async function mustNotsPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const all = await mustNotsOf(db, programme.id)
  const pages = Math.ceil(all.length / limits.shownMax)
  const page = pageOf(query, pages)
  const mustNots = all.slice((page - 1) * limits.shownMax, page * limits.shownMax)
  const profiles = await profilesOf(db, [...new Set(mustNots.flatMap(({ person, other }) => [person, other]))])
  const nameOf = (person: string) => profiles.get(person)?.fullName ?? '–'
  const action = `/programmes/${programme.id}/must-nots`
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.must-nots.head')}</h1>
      <p class="soft">{say('page.must-nots.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {mustNots.length === 0 ? <Empty>{say('page.must-nots.none')}</Empty> : null}
      <ul class="plain">
        {mustNots.map(({ id, person, other }) => (
          <li class="deeds">
            <Name name={nameOf(person)} /> + <Name name={nameOf(other)} />
            <Button
              action={`${action}/lifting`}
              fields={{ mustNot: id }}
              label={say('page.must-nots.lift')}
              of={`${nameOf(person)} + ${nameOf(other)}`}
              kind="quiet"
              little
            />
          </li>
        ))}
      </ul>
      <Pager say={say} path={action} query={query} page={page} pages={pages} label={say('page.must-nots.head')} />
      <form method="post" action={action} class="card">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField say={say} name="code" label={say('page.must-nots.one')} short again={again} />
        <TextField say={say} name="otherCode" label={say('page.must-nots.other')} short again={again} />
        <button type="submit">{say('page.must-nots.add')}</button>
      </form>
    </>
  )
  return { title: say('page.must-nots.title', { programme: programme.name }), body }
}
